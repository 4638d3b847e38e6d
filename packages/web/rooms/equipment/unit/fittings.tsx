import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Moment } from '../../../parts/day/day.tsx'
import { levelNames, removalNames, type UnitPage } from '../parts/words.ts'
import css from './unit.module.css'

/** Who wears and wore the unit, the latest first. */
export function Fittings({ page }: { page: UnitPage }) {
  const { t, i18n } = useLingui()
  return (
    <section aria-labelledby="fittings" className={css.part}>
      <h2 id="fittings">
        <Trans>Who wears and wore it</Trans>
      </h2>
      {page.fittings.length === 0 && <p className={css.soft}>{t`Nobody so far.`}</p>}
      <ol>
        {page.fittings.map((fitting) => (
          <li key={fitting.id} className={css.row}>
            <span>
              <Link to="/people/$id" params={{ id: fitting.personId }}>
                {[fitting.familyName, fitting.givenNames].filter(Boolean).join(', ')}
              </Link>{' '}
              <span className={css.soft}>
                {fitting.number}, {i18n._(levelNames[fitting.level])}
              </span>
            </span>
            <span>
              <Moment at={fitting.fittedAt} /> –{' '}
              {fitting.removedAt ? <Moment at={fitting.removedAt} /> : <Trans>now</Trans>}
              {fitting.removalCode && <>, {i18n._(removalNames[fitting.removalCode])}</>}
            </span>
            <span className={css.soft}>
              {[fitting.fittedBy, fitting.note, fitting.removedBy, fitting.removalNote]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
