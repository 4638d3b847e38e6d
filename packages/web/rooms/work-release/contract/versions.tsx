import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { dayInWords } from '../../../parts/day/format.ts'
import type { ContractPage } from '../parts/words.ts'
import css from './contract.module.css'

type Version = ContractPage['versions'][number]

/** Every version of the contract, newest first: who made it, why, where it departs from what was proposed. */
export function Versions({ page }: { page: ContractPage }) {
  return (
    <section aria-labelledby="versions" className={css.part}>
      <h2 id="versions">
        <Trans>Versions</Trans>
      </h2>
      <ol className={css.versions}>
        {page.versions.map((version, i) => (
          <li key={version.id}>
            <One version={version} isNewest={i === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ version, isNewest }: { version: Version; isNewest: boolean }) {
  const { t } = useLingui()
  const purposes: Record<Version['purpose'], string> = {
    first: t`the first contract`,
    change: t`changed`,
    're-schedule-valid': t`re-scheduled after verified absence`,
    're-schedule-not-valid': t`re-scheduled, absence not excused`,
  }
  return (
    <details open={isNewest}>
      <summary>
        <strong>
          <Trans>Version {version.version}</Trans>
        </strong>
        , {purposes[version.purpose]}, <Moment at={version.madeAt} />, {version.madeBy}
      </summary>
      {version.reason !== '' && <p>{version.reason}</p>}
      {version.departures.map((departure) => (
        <Because
          key={`${departure.what} ${departure.values.join()}`}
          clause={departure.clause}
          version={t`${version.pack.version}, ${version.pack.hash.slice(0, 12)}`}
        >
          <DepartureWords departure={departure} />
        </Because>
      ))}
      <ul className={css.versionDays}>
        {version.days.map((day) => (
          <li key={day.day}>
            <Day day={day.day} /> <span className={css.soft}>{day.siteName}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function DepartureWords({ departure }: { departure: Version['departures'][number] }) {
  const { i18n } = useLingui()
  const sites = departure.values.join(', ')
  const days = departure.values
    .map((day) => (departure.what === 'other-days' ? dayInWords(day, i18n.locale) : day))
    .join('; ')
  switch (departure.what) {
    case 'site-excluded':
      return <Trans>departs: {sites} was ruled out by the policy.</Trans>
    case 'site-not-first':
      return <Trans>departs: {sites} was not the first site.</Trans>
    case 'several-sites':
      return <Trans>departs: more than one site, {sites}.</Trans>
    case 'other-days':
      return <Trans>departs: other days than proposed, {days}.</Trans>
  }
}
