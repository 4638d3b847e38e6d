import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { contractStates, kindNames, type ListedSite } from '../parts/words.ts'

const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }))
const states = Object.entries(contractStates).map(([value, label]) => ({ value, label }))

/** The list of work sites. */
export const siteListing: Listing<ListedSite> = {
  name: 'sites',
  title: msg`Work sites`,
  rowKey: (site) => site.id,
  order: 'name',
  filters: [
    {
      key: 'q',
      label: msg`Name, organization or city`,
      as: 'text',
      passes: (site, part) => holds(`${site.name} ${site.organization} ${site.city} ${site.zip}`, part),
    },
    {
      key: 'kind',
      label: msg`Kind`,
      as: 'choice',
      options: kinds,
      passes: (site, kind) => site.kind === kind,
    },
    {
      key: 'contract',
      label: msg`Contract`,
      as: 'choice',
      options: states,
      passes: (site, state) => site.contractState === state,
    },
  ],
  columns: [
    {
      key: 'name',
      title: msg`Site`,
      cell: (site) => (
        <Link to="/sites/$id" params={{ id: site.id }}>
          {site.name}
        </Link>
      ),
      sort: (site) => site.name,
    },
    {
      key: 'organization',
      title: msg`Organization`,
      cell: (site) => site.organization,
      sort: (site) => site.organization,
    },
    { key: 'kind', title: msg`Kind`, cell: (site) => <Kind kind={site.kind} />, sort: (site) => site.kind },
    { key: 'city', title: msg`City`, cell: (site) => site.city, sort: (site) => site.city },
    {
      key: 'contract',
      title: msg`Contract`,
      cell: (site) => <Contract site={site} />,
      sort: (site) => site.contractLastDay,
    },
    {
      key: 'peopleADay',
      title: msg`People a day`,
      align: 'end',
      cell: (site) => site.peopleADay ?? '–',
      sort: (site) => site.peopleADay,
    },
    {
      key: 'placesLeft',
      title: msg`Places left in 28 days`,
      align: 'end',
      cell: (site) => site.placesLeft,
      sort: (site) => site.placesLeft,
    },
    {
      key: 'supervisor',
      title: msg`Supervisor`,
      cell: (site) => `${site.supervisorName}, ${site.supervisorPhone}`,
    },
  ],
}

function Kind({ kind }: { kind: ListedSite['kind'] }) {
  const { i18n } = useLingui()
  return i18n._(kindNames[kind])
}

function Contract({ site }: { site: ListedSite }) {
  const { i18n, t } = useLingui()
  const tone =
    site.contractState === 'in-force' ? 'settled' : site.contractState === 'not-begun' ? 'waiting' : 'over'
  return (
    <>
      <Status tone={tone}>{i18n._(contractStates[site.contractState])}</Status>
      {site.contractState === 'in-force' && site.contractLastDay && (
        <>
          {' '}
          {t`until`} <Day day={site.contractLastDay} of="record" />
        </>
      )}
    </>
  )
}
