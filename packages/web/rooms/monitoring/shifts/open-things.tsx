import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Left, minutesLeft } from '../alarm/clock.tsx'
import { dutyWords, type ShownAlarm, severityWords } from '../alarm/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import css from './shifts.module.css'
import type { Open } from './use-board.ts'

/** How many alarms, requests and messages are open. */
export const howMany = ({ alarms, helpRequests, messagesNotTold }: Open): number =>
  alarms.length + helpRequests.length + messagesNotTold

type OpenThingsProps = {
  open: Open
  /** The moment that it was so (ISO 8601): what is left of a time is counted from it. */
  at: string
}

/** What is or was open, named one by one in the order of the queue: nothing is lost between two shifts. */
export function OpenThings({ open, at }: OpenThingsProps) {
  if (howMany(open) === 0)
    return (
      <p className={css.soft}>
        <Trans>Nothing is open.</Trans>
      </p>
    )
  return (
    <ul className={css.open}>
      {open.alarms.map((alarm) => (
        <li key={alarm.id}>
          <OpenAlarm alarm={alarm} at={at} />
        </li>
      ))}
      {open.helpRequests.map((request) => (
        <li key={request.id}>
          <Link to="/help-log">
            <Trans>
              Request for help {request.number} of {request.caller}
            </Trans>
          </Link>
        </li>
      ))}
      {open.messagesNotTold > 0 && (
        <li>
          <Link to="/messages" search={{ state: 'untold' }}>
            {plural(open.messagesNotTold, {
              one: '# message of the last day reached nobody',
              other: '# messages of the last day reached nobody',
            })}
          </Link>
        </li>
      )}
    </ul>
  )
}

/** Whose it is, how grave, how long is left, who has it. */
function OpenAlarm({ alarm, at }: { alarm: Open['alarms'][number]; at: string }) {
  const { i18n } = useLingui()
  const severity = severityWords[alarm.severity as ShownAlarm['severity']]
  return (
    <>
      <Link to="/alarms" search={{ alarm: alarm.id }}>
        <Trans>
          Alarm {alarm.number}: {i18n._(kindWords[alarm.kind] ?? { id: alarm.kind })}
        </Trans>
      </Link>
      {alarm.who && (
        <>
          {' · '}
          <strong>{alarm.who}</strong>
        </>
      )}
      {severity && <> · {i18n._(severity)}</>}
      {alarm.dueAt && alarm.nextDuty && (
        <>
          {' · '}
          <Left minutes={minutesLeft(alarm.dueAt, at)} /> {i18n._(dutyWords[alarm.nextDuty])}
        </>
      )}
      {' · '}
      {alarm.holder ? (
        <Trans>{alarm.holder} has it</Trans>
      ) : alarm.acknowledged ? (
        <Trans>acknowledged</Trans>
      ) : (
        <Trans>not acknowledged</Trans>
      )}
      {alarm.drill && (
        <>
          {' · '}
          <Trans>drill</Trans>
        </>
      )}
    </>
  )
}
