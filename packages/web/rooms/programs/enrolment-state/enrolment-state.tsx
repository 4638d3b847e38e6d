import { useLingui } from '@lingui/react/macro'
import { Status, type Tone } from '../../../parts/status/status.tsx'

/** The state of an enrolment as a shape and a word. */
export function EnrolmentState({ state }: { state: string }) {
  const { t } = useLingui()
  const words: Record<string, [string, Tone]> = {
    opened: [t`Opened`, 'waiting'],
    appointed: [t`Appointment made`, 'waiting'],
    applied: [t`Applied`, 'waiting'],
    accepted: [t`Accepted`, 'waiting'],
    booked: [t`Booked`, 'waiting'],
    active: [t`Serving`, 'settled'],
    completed: [t`Completed`, 'over'],
    denied: [t`Denied`, 'over'],
    'returned-to-court': [t`Returned to court`, 'over'],
    withdrawn: [t`Withdrawn`, 'over'],
  }
  const [word, tone] = words[state] ?? [state, 'plain' as const]
  return <Status tone={tone}>{word}</Status>
}
