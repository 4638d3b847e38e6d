import { useLingui } from '@lingui/react/macro'
import { useLayoutEffect, useRef } from 'react'
import type { FieldProblem, Fields, FormState } from '../../../parts/form/index.ts'
import type { Trial } from './use-trial.ts'

interface Standing {
  trial: Trial
  /** What the change was refused for, each at its field of the form. */
  refused: FieldProblem[]
}

/** Lets a form pass once its change was tried. */
export interface TrialGate {
  /** For the form's `check`, after everything else is right: tries the change, and says that it has to be looked at. */
  problems: (message: string) => FieldProblem[]
  /** Which trial stands at the gate; it is made from what the form holds, so it comes after the form. */
  stand: (standing: Standing) => void
}

/** The gate between a form and its trial. */
export function useTrialGate(): TrialGate {
  const standing = useRef<Standing>(null)
  return {
    problems: (message) => {
      const { trial, refused = [] } = standing.current ?? {}
      if (!trial || trial.isSettled) return []
      if (refused.length > 0) return refused
      trial.run()
      return [{ path: '', message }]
    },
    stand: (now) => {
      standing.current = now
    },
  }
}

/** A form whose change is tried, as it is to be drawn. */
export interface TriedForm<F extends Fields> {
  /** With what the change was refused for at its fields, until something else is typed. */
  form: FormState<F>
  /** Why the button that saves sleeps. */
  asleep: string | undefined
}

/**
 * Keeps the trial at the gate up to what is typed.
 * @param tryFirst why the button sleeps until it was tried
 */
export function useTriedForm<F extends Fields>(
  gate: TrialGate,
  trial: Trial,
  form: FormState<F>,
  tryFirst: string,
): TriedForm<F> {
  const { t } = useLingui()
  const refused = trial.refused ? placedIn(form, trial.refused) : []
  useLayoutEffect(() => gate.stand({ trial, refused }))
  const isSaid = ({ path, message }: FieldProblem): boolean =>
    form.problems.some((said) => said.path === path && said.message === message)
  return {
    form: { ...form, problems: [...form.problems, ...refused.filter((one) => !isSaid(one))] },
    asleep: trial.isSettled
      ? undefined
      : trial.refused
        ? t`The office cannot take it as it is: see what is said above.`
        : tryFirst,
  }
}

const placedIn = <F extends Fields>(
  form: FormState<F>,
  refused: NonNullable<Trial['refused']>,
): FieldProblem[] =>
  refused.fields.length > 0 ? form.placed(refused) : [{ path: '', message: refused.message }]
