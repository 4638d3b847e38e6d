import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { Left, minutesLeft } from '../alarm/clock.tsx'
import { Severity } from '../alarm/severity.tsx'
import { dutyWords, type ShownAlarm } from '../alarm/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import { Marks } from '../queue/queue-list.tsx'
import css from './followed.module.css'

type FoundOneProps = { name: string; about: string; open: readonly ShownAlarm[] }

/** Somebody or a unit that was found, with the way to each alarm. */
export function FoundOne({ name, about, open }: FoundOneProps) {
  return (
    <li className={css.one}>
      <div className={css.whom}>
        <strong>{name}</strong>
        <span className={css.soft}>{about}</span>
      </div>
      <div className={css.alarms}>
        {open.length === 0 && (
          <span className={css.soft}>
            <Trans>No alarm is open.</Trans>
          </span>
        )}
        {open.map((alarm) => (
          <OpenAlarm key={alarm.id} alarm={alarm} />
        ))}
        <Link to="/closed-alarms" search={{ who: name }}>
          <Trans>Closed alarms of {name}</Trans>
        </Link>
      </div>
    </li>
  )
}

function OpenAlarm({ alarm }: { alarm: ShownAlarm }) {
  const { i18n } = useLingui()
  const now = useOfficeNow()
  const kind = kindWords[alarm.kind]
  return (
    <div className={css.alarm}>
      <Severity of={alarm} />
      <Link to="/alarms" search={{ alarm: alarm.id }}>
        <Trans>
          Alarm {alarm.number}: {kind ? i18n._(kind) : alarm.kind}
        </Trans>
      </Link>
      <span className={css.soft}>
        {alarm.nextDueAt && alarm.nextDuty && (
          <>
            <Left minutes={minutesLeft(alarm.nextDueAt, now)} /> {i18n._(dutyWords[alarm.nextDuty])}
          </>
        )}
        <Marks alarm={alarm} />
      </span>
    </div>
  )
}
