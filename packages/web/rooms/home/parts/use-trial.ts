import { useMutation } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { FieldProblem } from '../../../parts/form/index.ts'
import type { Proposal, SetProposal, Tried } from './words.ts'

/** A change and what it would have done: of one and the same drawing, or there is nothing to show. */
export interface Trial {
  tried: Tried | undefined
  error: unknown
  isRunning: boolean
  /** The change that is typed now was tried, or could not be: the button that saves wakes. */
  isSettled: boolean
  run: () => void
}

/**
 * Tries a change on the person's last 14 days before it is saved (monitoring rule 7). Changed after that, it has to be
 * tried again.
 * @param proposed null while what is typed cannot be read
 */
export function useTrial(enrolmentId: string, proposed: Proposal | null): Trial {
  return useTrying(proposed, (change) =>
    answer(
      api.POST('/api/monitoring/enrolments/{id}/what-if', {
        params: { path: { id: enrolmentId } },
        body: { proposed: change },
      }),
    ),
  )
}

/**
 * Tries a change of a set on the last 14 days of those for whom something would be otherwise.
 * @param proposed null while what is typed cannot be read
 */
export function useSetTrial(setId: string, proposed: SetProposal | null): Trial {
  return useTrying(proposed, (change) =>
    answer(
      api.POST('/api/monitoring/zone-sets/{id}/what-if', {
        params: { path: { id: setId } },
        body: { proposed: change },
      }),
    ),
  )
}

function useTrying<Change>(proposed: Change | null, ask: (change: Change) => Promise<Tried>): Trial {
  const now = JSON.stringify(proposed)
  const [of, setOf] = useState<string>()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: ask,
  })
  const isOfNow = proposed !== null && of === now
  return {
    tried: isOfNow && !isPending ? data : undefined,
    error: isOfNow && !isPending ? error : null,
    isRunning: isPending,
    // A drawing that protects somebody is not kept waiting by a trial that fails.
    isSettled: isOfNow && !isPending && (data !== undefined || error !== null),
    run: () => {
      if (proposed === null || isPending) return
      setOf(now)
      mutate(proposed)
    },
  }
}

/** Lets a form pass once its change was tried. */
export interface TrialGate {
  /** For the form's `check`, after everything else is right: tries the change, and says that it has to be looked at. */
  problems: (message: string) => FieldProblem[]
  /** Which trial stands at the gate; it is made from what the form holds, so it comes after the form. */
  stand: (trial: Trial) => void
}

/** The gate between a form and its trial. */
export function useTrialGate(): TrialGate {
  const standing = useRef<Trial>(null)
  return {
    problems: (message) => {
      const trial = standing.current
      if (!trial || trial.isSettled) return []
      trial.run()
      return [{ path: '', message }]
    },
    stand: (trial) => {
      standing.current = trial
    },
  }
}

/** Keeps the trial at the gate up to what is drawn. */
export function useStanding(gate: TrialGate, trial: Trial): void {
  useLayoutEffect(() => gate.stand(trial))
}
