import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer, type Problem, Refused } from '../../../api/problem.ts'
import type { Proposal, SetProposal, Tried } from './words.ts'

/** A change and what it would have done: of one and the same drawing, or there is nothing to show. */
export interface Trial {
  tried: Tried | undefined
  /** The office cannot take the change as it is: saving would be refused too. */
  refused: Problem | undefined
  /** It could not be tried for another reason. */
  error: unknown
  isRunning: boolean
  /** The change that is typed now was tried, or the office failed at it: the button that saves wakes. */
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
  const isOfNow = proposed !== null && of === now && !isPending
  const found = isOfNow ? error : null
  const refused = refusalOf(found)
  return {
    tried: isOfNow ? data : undefined,
    refused,
    error: refused ? null : found,
    isRunning: isPending,
    // A drawing that protects somebody is not kept waiting by an office that fails at the trial.
    isSettled: isOfNow && (data !== undefined || hasFailed(found)),
    run: () => {
      if (proposed === null || isPending) return
      setOf(now)
      mutate(proposed)
    },
  }
}

/** What is wrong with the change itself; the office names its fields from the trial's question on. */
function refusalOf(error: unknown): Problem | undefined {
  if (!(error instanceof Refused) || error.problem.status !== 422) return undefined
  const fields = error.problem.fields.map(({ path, message }) => ({
    path: path.replace(/^proposed\.(zone\.)?/, ''),
    message,
  }))
  return { ...error.problem, fields }
}

/** No answer came, or none that says anything of the change. */
const hasFailed = (error: unknown): boolean =>
  error !== null && (!(error instanceof Refused) || error.problem.status >= 500)
