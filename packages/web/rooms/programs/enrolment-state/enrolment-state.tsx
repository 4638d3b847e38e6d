import { useLingui } from '@lingui/react/macro'
import { Status, type Tone } from '../../../parts/status/status.tsx'

/** How a program is served, where it is known: from home detention one is returned to custody, not to court alone. */
export type Served = 'by-work' | 'at-home'

/** The state of an enrolment as a shape and a word. */
export function EnrolmentState({ state, served }: { state: string; served?: Served }) {
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
    'returned-to-court': [served === 'at-home' ? t`Returned` : t`Returned to court`, 'over'],
    withdrawn: [t`Withdrawn`, 'over'],
  }
  const [word, tone] = words[state] ?? [state, 'plain' as const]
  return <Status tone={tone}>{word}</Status>
}
