import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import css from './evidence.module.css'
import type { AlarmPage } from './words.ts'

type Outage = NonNullable<AlarmPage['outage']>

/** Whose units an outage is made of: who is silent still comes first. */
export function OutagePart({ outage }: { outage: Outage }) {
  const { t } = useLingui()
  const { carrier, units, silent, people } = outage
  const unnamed = units - people.length
  return (
    <section className={css.part}>
      <h3>
        <Trans>Silent on {carrier}</Trans>
      </h3>
      <p>
        <Plural
          value={units}
          one={`# unit fell silent; silent still: ${silent}.`}
          other={`# units fell silent together; silent still: ${silent}.`}
        />{' '}
        <Trans>
          Whoever stays silent when the others are heard again gets an alarm of their own; so does everybody
          who is silent when this alarm is closed.
        </Trans>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={css.scroll} tabIndex={0} aria-label={t`People of the outage`}>
        <table className={css.fixes}>
          <thead>
            <tr>
              <th scope="col">{t`Person`}</th>
              <th scope="col">{t`Silent`}</th>
              <th scope="col">{t`Heard again`}</th>
              <th scope="col">{t`Alarm of their own`}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <Silent key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </section>
      {unnamed > 0 && (
        <p className={css.soft}>
          <Plural value={unnamed} one="# more is not named here." other="# more are not named here." />
        </p>
      )}
    </section>
  )
}

function Silent({ one }: { one: Outage['people'][number] }) {
  const may = useMay()
  return (
    <tr>
      <th scope="row">
        {may('person.read') ? (
          <Link to="/people/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
        ) : (
          one.name
        )}
      </th>
      <td>
        <Moment at={one.silentAt} />
      </td>
      <td>{one.backAt === null ? <Trans>not yet</Trans> : <Moment at={one.backAt} />}</td>
      <td>
        {one.own && (
          <Link to="/alarms" search={{ alarm: one.own.id }}>
            <Trans>alarm {one.own.number}</Trans>
          </Link>
        )}
      </td>
    </tr>
  )
}
