import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { timeOfDay } from '../../../parts/day/format.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useHours } from '../parts/hours.ts'
import {
  contractStates,
  kindNames,
  type ListedSite,
  limitNames,
  type SitePage,
  type WorkLimit,
} from '../parts/words.ts'
import css from './site.module.css'

/** What a site is: its contract first, because without it nothing else counts. */
export function Details({ page }: { page: SitePage }) {
  const { i18n, t } = useLingui()
  const hours = useHours()
  const { site } = page
  const limits = site.cannotTake.map((limit) => i18n._(limitNames[limit as WorkLimit]).toLowerCase())
  const address = [site.line1, site.line2, site.city, `${site.state} ${site.zip}`].filter(
    (part) => part.trim() !== '',
  )
  return (
    <section aria-labelledby="details" className={css.part}>
      <h2 id="details">
        <Trans>The site</Trans>
      </h2>
      <Contract page={page} />
      <dl className={css.facts}>
        <Fact name={t`Kind`}>{i18n._(kindNames[site.kind as ListedSite['kind']])}</Fact>
        <Fact name={t`Address`}>
          {address.join(', ')} <Placed page={page} />
        </Fact>
        <Fact name={t`Where to meet`}>{site.meetingPoint}</Fact>
        {site.directions !== '' && <Fact name={t`How to get there`}>{site.directions}</Fact>}
        <Fact name={t`Report at`}>
          {timeOfDay(site.reportAt, i18n.locale)}, {hours(site.dayMinutes)}
        </Fact>
        <Fact name={t`Work`}>{site.tasks}</Fact>
        {site.demands !== '' && <Fact name={t`What it asks of a body`}>{site.demands}</Fact>}
        <Fact name={t`Cannot take`}>{limits.length > 0 ? limits.join(', ') : t`nobody is ruled out`}</Fact>
        <Fact name={t`Supervisor`}>
          {site.supervisorName},{' '}
          <a href={`tel:${site.supervisorPhone.replace(/[^\d+]/g, '')}`}>{site.supervisorPhone}</a>
        </Fact>
        <Fact name={t`Languages`}>
          {site.languages.map((code) => languageName(code, i18n.locale)).join(', ')}
        </Fact>
      </dl>
    </section>
  )
}

function Contract({ page }: { page: SitePage }) {
  const { i18n, t } = useLingui()
  const { site, contractState } = page
  return (
    <>
      <p>
        <Status tone={contractState === 'in-force' ? 'settled' : 'now'}>
          {t`Contract`} {i18n._(contractStates[contractState])}
        </Status>{' '}
        {site.contractFrom && (
          <Trans>
            from <Day day={site.contractFrom} of="record" />
          </Trans>
        )}{' '}
        {site.contractLastDay && (
          <Trans>
            through <Day day={site.contractLastDay} of="record" />
          </Trans>
        )}{' '}
        {site.contractReference}
      </p>
      {contractState !== 'in-force' && (
        <Because clause="WAP-SITE.1">
          <Trans>people are sent only to sites under a signed contract.</Trans>
        </Because>
      )}
    </>
  )
}

const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code

/** Where the site stands on the map, and by whom. */
function Placed({ page: { placed } }: { page: SitePage }) {
  const { t } = useLingui()
  const words = !placed
    ? t`(not placed on the map: its ZIP code is not known)`
    : placed.by === 'zip'
      ? t`(placed in the middle of its ZIP area)`
      : t`(placed by hand)`
  return <span className={css.soft}>{words}</span>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
