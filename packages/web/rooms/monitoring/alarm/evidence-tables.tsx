import { Trans, useLingui } from '@lingui/react/macro'
import { Lately, Moment } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { EngineText } from '../parts/engine-text.tsx'
import { kindWords } from '../parts/kind-words.ts'
import css from './evidence.module.css'
import { FindingNumbers } from './evidence-numbers.tsx'
import { decidedFirst } from './measured.ts'
import type { Evidence } from './words.ts'

const percent = (battery: number) => Math.round(battery * 100)

/** Each unit: last contact, battery, last position. */
export function Units({ units }: { units: Evidence['units'] }) {
  if (units.length === 0)
    return (
      <p className={css.soft}>
        <Trans>No unit worn now has been heard of.</Trans>
      </p>
    )
  return (
    <dl className={css.units}>
      {units.map((unit) => (
        <div key={unit.unitId}>
          <dt>
            <Trans>Unit {unit.serial}</Trans>
          </dt>
          <dd>
            <Trans>
              Last contact <Moment at={unit.contactAt} />
            </Trans>
          </dd>
          <dd>
            {unit.battery === null ? (
              <Trans>Battery not told</Trans>
            ) : unit.charging ? (
              <Trans>Battery {percent(unit.battery)}%, charging</Trans>
            ) : (
              <Trans>Battery {percent(unit.battery)}%</Trans>
            )}
          </dd>
          <dd>
            {unit.at === null ? (
              <Trans>No usable position yet</Trans>
            ) : (
              <Trans>
                Last position <Moment at={unit.at} />
              </Trans>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the watch found, with what it measured and the numbers that decided. */
export function Findings({ evidence: { happenings } }: { evidence: Pick<Evidence, 'happenings'> }) {
  const { i18n } = useLingui()
  if (happenings.length === 0) return null
  return (
    <section className={css.part}>
      <h3>
        <Trans>What the watch found</Trans>
      </h3>
      <ul className={css.findings}>
        {happenings.map((one) => (
          <li key={one.key}>
            <p>
              <strong>{kindWords[one.kind] ? i18n._(kindWords[one.kind]!) : one.kind}</strong>{' '}
              <Trans>
                <Lately at={one.at} />, known <Lately at={one.knownAt} />
              </Trans>{' '}
              {one.late && (
                <Status tone="waiting">
                  <Trans>found late</Trans>
                </Status>
              )}{' '}
              {one.withdrawn && (
                <Status tone="over">
                  <Trans>withdrawn</Trans>
                </Status>
              )}
            </p>
            <p>
              <EngineText text={one.why} />
            </p>
            <FindingNumbers finding={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The fixes around it: those that decided first, with how far they were beyond the line; of each the newest first. */
export function Fixes({ evidence: { fixes, more } }: { evidence: Pick<Evidence, 'fixes' | 'more'> }) {
  const { t } = useLingui()
  if (fixes.length === 0) return null
  const { decided, others } = decidedFirst(fixes)
  return (
    <section className={css.part}>
      <h3>
        <Trans>Fixes</Trans>
      </h3>
      {more && (
        <p className={css.soft}>
          <Trans>There are more than are shown here: the person’s day shows all.</Trans>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={css.scroll} tabIndex={0} aria-label={t`Fixes`}>
        <table className={css.fixes}>
          <thead>
            <tr>
              <th scope="col">{t`Time`}</th>
              <th scope="col">{t`Latitude`}</th>
              <th scope="col">{t`Longitude`}</th>
              <th scope="col">{t`Accuracy`}</th>
              <th scope="col">{t`Beyond`}</th>
              <th scope="col">{t`Speed`}</th>
              <th scope="col">{t`Battery`}</th>
            </tr>
          </thead>
          {decided.length > 0 && <FixRows fixes={decided} />}
          {others.length > 0 && <FixRows fixes={others} />}
        </table>
      </section>
    </section>
  )
}

function FixRows({ fixes }: { fixes: Evidence['fixes'] }) {
  const { t } = useLingui()
  return (
    <tbody>
      {fixes.map((fix) => (
        <tr key={`${fix.at} ${fix.lat} ${fix.lon}`} data-decided={fix.decided}>
          <th scope="row">
            <Lately at={fix.at} />
            {fix.decided && (
              <>
                {' '}
                <strong>
                  <Trans>decided</Trans>
                </strong>
              </>
            )}
          </th>
          <td>{fix.lat.toFixed(5)}</td>
          <td>{fix.lon.toFixed(5)}</td>
          <td>{fix.accuracy === null ? t`not told` : t`${Math.round(fix.accuracy)} m`}</td>
          <td>{fix.distance === null ? '' : t`${Math.round(fix.distance)} m`}</td>
          <td>{fix.speed === null ? '' : t`${Math.round(fix.speed * 2.23694)} mph`}</td>
          <td>{fix.battery === null ? '' : t`${percent(fix.battery)}%`}</td>
        </tr>
      ))}
    </tbody>
  )
}
