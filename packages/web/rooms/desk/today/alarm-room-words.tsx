import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Lately } from '../../../parts/day/day.tsx'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import { isDigits } from '../../monitoring/alarm/call-numbers.ts'
import { DueIn } from '../../monitoring/alarm/clock.tsx'
import { Severity } from '../../monitoring/alarm/severity.tsx'
import { dutyWords, type ShownAlarm } from '../../monitoring/alarm/words.ts'
import type { Subject } from '../../monitoring/guideline/use-guidelines.ts'
import { useSubjectWords } from '../../monitoring/guideline/words.ts'
import { kindWords } from '../../monitoring/parts/kind-words.ts'
import type { Duty, DutyWords } from './duty-words.tsx'

const text = (value: Duty['detail'][string] | undefined) => String(value ?? '')
const timeOf = ({ detail }: Duty) => text(detail.time)
const owedBy = (duty: Duty) => <DueIn due={timeOf(duty)} />
const since = (duty: Duty) => <Lately at={timeOf(duty)} />

/** How grave, as the queue shows it; it blinks there only, where it is acknowledged. */
const severity = ({ detail }: Duty) => (
  <Severity
    of={{
      severity: detail.severity as ShownAlarm['severity'],
      drill: detail.drill !== null,
      acknowledgedAt: timeOf({ detail } as Duty),
      closedAt: null,
    }}
  />
)

/** The words of what waits for the monitoring center. */
export function useAlarmRoomWords(): Record<string, DutyWords> {
  const { t, i18n } = useLingui()
  const subject = useSubjectWords()
  const about = ({ detail }: Duty, more = '') => {
    const word = kindWords[text(detail.kind)]
    const kind = word ? i18n._(word) : text(detail.kind)
    return [t`Alarm ${text(detail.number)}: ${kind}`, detail.unit && t`Unit ${text(detail.unit)}`, more]
      .filter(Boolean)
      .join(' · ')
  }
  const has = ({ detail }: Duty) => {
    const owed = i18n._(dutyWords[detail.duty as keyof typeof dutyWords])
    return t`${text(detail.by)} has it and is to ${owed}`
  }
  const alarm = {
    to: () => '/alarms',
    search: (duty: Duty) => ({ alarm: text(duty.subjectId) }),
    mark: severity,
    due: owedBy,
    about: (duty: Duty) => about(duty),
  }
  const post = ({ detail }: Duty) => (detail.post === 'supervisor' ? t`No supervisor` : t`Too few operators`)
  return {
    'alarm-to-acknowledge': {
      ...alarm,
      title: t`Alarms that nobody has acknowledged`,
      action: t`Take alarm on`,
    },
    'dispatch-to-decide': {
      ...alarm,
      title: t`Whether somebody is sent again`,
      action: t`Decide sending`,
      due: since,
      about: (duty) => about(duty, t`${text(duty.detail.by)} asks`),
    },
    'alarm-that-ran-out': {
      ...alarm,
      title: t`Alarms of others for which a time ran out`,
      action: t`Look after alarm`,
      about: (duty) => about(duty, has(duty)),
    },
    'alarm-to-notify': { ...alarm, title: t`Your alarms: tell the agency`, action: t`Tell agency` },
    'alarm-to-resolve': { ...alarm, title: t`Your alarms: resolve`, action: t`Resolve alarm` },
    'help-to-answer': {
      title: t`Calls for help to answer`,
      action: t`Answer call`,
      to: () => '/help-log',
      search: () => ({ state: 'open' }),
      due: owedBy,
      about: ({ detail }) => t`Request ${text(detail.number)} of ${text(detail.caller)}`,
    },
    'post-to-fill': {
      title: t`Posts without anybody`,
      action: t`Fill post`,
      to: () => '/shifts',
      due: since,
      about: post,
    },
    'note-to-read': {
      title: t`Hand-over notes that nobody has read`,
      action: t`Read note`,
      to: () => '/shifts',
      due: since,
      about: ({ detail }) => t`Of ${text(detail.name)}, for who takes the post over`,
    },
    'person-to-call': {
      title: t`People whom no message reached: call them`,
      action: t`See what for`,
      to: ({ detail }) => (detail.alarm ? '/alarms' : detail.gap ? '/shifts' : '/help-log'),
      search: ({ detail }): Record<string, string> => (detail.alarm ? { alarm: text(detail.alarm) } : {}),
      due: since,
      about: ({ detail }) => {
        const times = plural(Number(detail.times), { one: '# time', other: '# times' })
        const address = isDigits(text(detail.address))
          ? phoneWords(text(detail.address).replace('+', ''))
          : text(detail.address)
        return [text(detail.name), address, times].filter(Boolean).join(' · ')
      },
    },
    'shift-to-fill': {
      title: t`Shifts that nobody is planned for`,
      action: t`Plan shift`,
      to: () => '/shifts',
      due: since,
      about: post,
    },
    'guideline-to-approve': {
      title: t`Guidelines to approve`,
      action: t`Read version`,
      to: ({ detail }) => `/guidelines/${encodeURIComponent(text(detail.subject))}`,
      about: ({ detail }) => {
        const name = subject(detail.subject as Subject)
        return t`${name}, version ${text(detail.number)}`
      },
    },
  }
}
