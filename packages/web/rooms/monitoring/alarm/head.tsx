import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { EngineText } from '../parts/engine-text.tsx'
import { kindWords } from '../parts/kind-words.ts'
import css from './alarm.module.css'
import { Severity } from './severity.tsx'
import { UnitKept } from './unit-kept.tsx'
import { type AlarmPage, closingWords } from './words.ts'

/** What it is, whose, since when, who has it. */
export function AlarmHead({ page }: { page: AlarmPage }) {
  const { i18n } = useLingui()
  const may = useMay()
  const { alarm, after, beside } = page
  const kind = kindWords[alarm.kind]
  return (
    <header className={css.head}>
      <p className={css.marks}>
        <Severity of={alarm} />
        <span className={css.soft}>
          <Trans>Alarm {alarm.number}</Trans>
        </span>
        {may('location.read') && (
          <Link to="/alarms/$id/file" params={{ id: alarm.id }}>
            <Trans>Print record</Trans>
          </Link>
        )}
      </p>
      <div className={css.what}>
        <h2>
          {kind ? i18n._(kind) : alarm.kind}
          {alarm.zone && <> · {alarm.zone}</>}
        </h2>
        <Whose page={page} />
      </div>
      <p>
        <EngineText text={alarm.why} />
      </p>
      <p className={css.soft}>
        <Trans>
          Happened <Moment at={alarm.happenedAt} /> · opened <Moment at={alarm.openedAt} />
        </Trans>{' '}
        {alarm.happenings > 1 && (
          <>
            · <Trans>{alarm.happenings} findings of one cause</Trans>
          </>
        )}
      </p>
      {alarm.late && (
        <p>
          <Trans>Found late: the unit sent it after it had been out of contact.</Trans>
        </p>
      )}
      {alarm.withdrawn && (
        <p className={css.notice}>
          <Trans>Later evidence no longer supports it. It stays here until a person closes it.</Trans>
        </p>
      )}
      {alarm.endedAt && !alarm.withdrawn && !alarm.closedAt && (
        <p className={css.notice}>
          <Trans>
            The watch saw at <Moment at={alarm.endedAt} /> that it was over. It stays here until a person
            closes it.
          </Trans>
        </p>
      )}
      {alarm.closedAt && alarm.closedCode && (
        <p>
          <strong>{i18n._(closingWords[alarm.closedCode])}</strong>{' '}
          <Trans>
            Closed by {alarm.closedBy} · <Moment at={alarm.closedAt} />
          </Trans>
        </p>
      )}
      {after && (
        <p>
          <Trans>
            The same incident was closed before as{' '}
            <Link to="/alarms" search={{ alarm: after.id }}>
              alarm {after.number}
            </Link>
            .
          </Trans>
        </p>
      )}
      {beside.length > 0 && (
        <p>
          <Trans>Also open:</Trans>{' '}
          {beside.map((one) => (
            <Link key={one.id} to="/alarms" search={{ alarm: one.id }} className={css.beside}>
              {one.number} {kindWords[one.kind] ? i18n._(kindWords[one.kind]!) : one.kind}
            </Link>
          ))}
        </p>
      )}
    </header>
  )
}

/** A person by name, with a way to their record for who may read it; or the unit. */
function Whose({ page: { alarm, unitKept } }: { page: AlarmPage }) {
  const may = useMay()
  const { person, unit } = alarm
  if (person)
    return (
      <p className={css.row}>
        {may('person.read') ? (
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        ) : (
          <strong>{person.name}</strong>
        )}
        {may('location.read') && <ToDay alarm={alarm} personId={person.id} />}
      </p>
    )
  if (!unit) return null
  return (
    <>
      <p className={css.row}>
        <span>
          <Trans>Unit {unit.serial}, which nobody wears</Trans>
        </span>
        {may('equipment.read') && (
          <Link to="/equipment/$id" params={{ id: unit.id }}>
            <Trans>Open the unit</Trans>
          </Link>
        )}
      </p>
      {unitKept && <UnitKept kept={unitKept} />}
    </>
  )
}

/** The way to the whole day of the person on which it happened; that is a look of its own, with this alarm as its purpose. */
function ToDay({ alarm, personId }: { alarm: AlarmPage['alarm']; personId: string }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const navigate = useNavigate()
  const way = {
    to: '/people/$id/day/$date',
    params: { id: personId, date: dayAt(alarm.happenedAt, agency.timeZone) },
    search: { alarm: alarm.id },
  } as const
  useKeys([{ key: 'd', does: t`Open the person’s day`, press: () => void navigate(way) }])
  return (
    <Link {...way} aria-keyshortcuts="d">
      <Trans>The person’s day</Trans>{' '}
      <span className={css.key} aria-hidden="true">
        d
      </span>
    </Link>
  )
}
