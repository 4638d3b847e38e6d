import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { SiteSketch } from '../parts/site-sketch.tsx'
import { kindNames, type RankedSite, type SchedulePage } from '../parts/words.ts'
import { ReachAnswer } from './reach-answer.tsx'
import css from './schedule.module.css'

export type SiteTableProps = { page: SchedulePage; onShow: (siteId: string) => void }

/** The sites in the order of the policy, each with its reason in a line, and a sketch of where they lie. */
export function SiteTable({ page, onShow }: SiteTableProps) {
  const { t } = useLingui()
  const step = (by: number): void => {
    const at = page.sites.findIndex(({ siteId }) => siteId === page.siteId)
    const next = page.sites[at + by]
    if (next) onShow(next.siteId)
  }
  useKeys([
    { key: 'j', does: t`Next site`, press: () => step(1) },
    { key: 'k', does: t`Site before`, press: () => step(-1) },
  ])
  return (
    <section aria-labelledby="sites" className={css.part}>
      <h2 id="sites">
        <Trans>Sites in the order of the policy</Trans>{' '}
        <span className={css.clause}>{page.rankingClause}</span>
      </h2>
      <div className={css.sites}>
        <Table page={page} onShow={onShow} />
        <SiteSketch
          home={page.residence}
          sites={page.sites.flatMap((site) =>
            site.place
              ? [
                  {
                    key: site.siteId,
                    number: site.rank === null ? '×' : String(site.rank),
                    name: site.name,
                    point: site.place,
                    isShown: site.siteId === page.siteId,
                    isOut: site.rank === null,
                  },
                ]
              : [],
          )}
          onShow={onShow}
        />
      </div>
      {!page.residence && (
        <p className={css.soft}>
          <Trans>
            Where {page.person.name} lives is not known on the map, so no distance is known. Put in a ZIP code
            on the person’s page.
          </Trans>
        </p>
      )}
    </section>
  )
}

function Table({ page, onShow }: SiteTableProps) {
  const { t } = useLingui()
  const asksReach = page.purpose.startsWith('re-schedule')
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t`Rank`}</th>
            <th scope="col">{t`Site`}</th>
            <th scope="col">{t`Because`}</th>
            {asksReach && <th scope="col">{t`Can get there`}</th>}
          </tr>
        </thead>
        <tbody>
          {page.sites.map((site) => (
            <tr key={site.siteId} className={site.siteId === page.siteId ? css.shownRow : undefined}>
              <td data-title={t`Rank`}>
                {site.rank ?? <span title={t({ message: 'left out', context: 'site' })}>×</span>}
              </td>
              <th scope="row">
                <Button
                  type="button"
                  unstyled
                  aria-pressed={site.siteId === page.siteId}
                  onClick={() => onShow(site.siteId)}
                >
                  {site.name}
                </Button>
              </th>
              <td data-title={t`Because`}>
                <Why site={site} />
              </td>
              {asksReach && (
                <td data-title={t`Can get there`}>
                  <ReachAnswer page={page} site={site} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "3.2 miles, 2 places, county site"; opens to each priority of the clause. */
function Why({ site }: { site: RankedSite }) {
  const { i18n, t } = useLingui()
  const said = useSaid()
  const kind = i18n._(kindNames[site.kind]).toLowerCase()
  const line =
    site.rank === null
      ? site.reasons.map(({ text }) => said(text)).join('; ')
      : [
          site.miles === null
            ? t`distance not known`
            : site.miles === 0
              ? t`same ZIP area`
              : t`${site.miles} miles`,
          t`${site.placesLeft ?? 0} places in four weeks`,
          t`${kind} site`,
        ].join(', ')
  return (
    <details>
      <summary>{line}</summary>
      <ul className={css.reasons}>
        {site.reasons.map((reason) => (
          <li key={reason.code}>
            {said(reason.text)} <span className={css.clause}>{reason.clause}</span>
            {reason.own && <span className={css.soft}> {t`our own reading`}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
