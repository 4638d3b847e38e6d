import { useLingui } from '@lingui/react/macro'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import type { CommitmentState } from './types.ts'

const tones: Record<CommitmentState, Tone> = {
  'to-check': 'now',
  refused: 'now',
  'to-ask': 'now',
  asked: 'waiting',
  'original-owed': 'waiting',
  accepted: 'settled',
  returned: 'over',
}

/** The words of each state of a commitment: what is to be done about it. */
export function useStateWords(): Record<CommitmentState, string> {
  const { t } = useLingui()
  return {
    'to-check': t`Look at the paper again`,
    refused: t`Return it, or ask the court`,
    'to-ask': t`Ask the court`,
    asked: t`Asked the court`,
    'original-owed': t`Accepted, original owed`,
    accepted: t`Accepted`,
    returned: t`Returned to the court`,
  }
}

/** A commitment's state as a shape and words. */
export function StateOf({ state }: { state: CommitmentState }) {
  const words = useStateWords()
  return <Status tone={tones[state]}>{words[state]}</Status>
}
