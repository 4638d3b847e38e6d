import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { kindWords } from '../parts/kind-words.ts'
import css from './shifts.module.css'
import type { Open } from './use-board.ts'

/** What is or was open, named one by one: nothing is lost between two shifts. */
export function OpenThings({ open }: { open: Open }) {
  const { i18n } = useLingui()
  const nothing = open.alarms.length + open.helpRequests.length + open.messagesNotTold === 0
  if (nothing)
    return (
      <p className={css.soft}>
        <Trans>Nothing is open.</Trans>
      </p>
    )
  return (
    <ul className={css.open}>
      {open.alarms.map((alarm) => (
        <li key={alarm.id}>
          <Link to="/alarms" search={{ alarm: alarm.id }}>
            <Trans>
              Alarm {alarm.number}: {i18n._(kindWords[alarm.kind] ?? { id: alarm.kind })}
            </Trans>
          </Link>
          {!alarm.acknowledged && (
            <>
              {' · '}
              <Trans>not acknowledged</Trans>
            </>
          )}
          {alarm.drill && (
            <>
              {' · '}
              <Trans>drill</Trans>
            </>
          )}
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
