import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { EnrolmentState } from '../../programs/enrolment-state/enrolment-state.tsx'
import {
  evaluationNames,
  evaluationTones,
  type ListedDetention,
  slotNames,
  slotTones,
} from '../parts/detention-words.ts'

/** A name as lists show it. */
const nameOf = (one: ListedDetention): string => [one.familyName, one.givenNames].filter(Boolean).join(', ')

/** What somebody still lacks, by the name of the filter. */
const lacks: Record<string, (one: ListedDetention) => boolean> = {
  place: (one) => one.slot !== 'held',
  home: (one) => one.evaluation !== 'accepted',
  contract: (one) => one.contractSignedOn === null,
  deputy: (one) => one.deputyName === null,
  unit: (one) => one.units.length === 0,
}

/** People in home detention or on the way there. */
export const detentionListing: Listing<ListedDetention> = {
  name: 'home-detention',
  title: msg`People in home detention`,
  rowKey: (one) => one.enrolmentId,
  filters: [
    {
      key: 'q',
      label: msg`Name, booking number or deputy`,
      as: 'text',
      passes: (one, part) =>
        holds(`${one.familyName} ${one.givenNames} ${one.number} ${one.deputyName ?? ''}`, part),
    },
    {
      key: 'slot',
      label: msg`Place in the program`,
      as: 'choice',
      options: (['waiting', 'held', 'none'] as const).map((value) => ({ value, label: slotNames[value] })),
      passes: (one, slot) => one.slot === slot,
    },
    {
      key: 'missing',
      label: msg`Still missing`,
      as: 'choice',
      options: [
        { value: 'place', label: msg`a place in the program` },
        { value: 'home', label: msg`an accepted home` },
        { value: 'contract', label: msg`a signed contract` },
        { value: 'deputy', label: msg`a deputy` },
        { value: 'unit', label: msg`a unit` },
      ],
      passes: (one, missing) => lacks[missing]?.(one) ?? true,
    },
  ],
  columns: [
    {
      key: 'name',
      title: msg`Name`,
      cell: (one) => (
        <Link to="/enrolments/$id/home" params={{ id: one.enrolmentId }}>
          {nameOf(one)}
        </Link>
      ),
      text: nameOf,
      sort: (one) => nameOf(one).toLowerCase(),
    },
    {
      key: 'number',
      title: msg`Booking number`,
      oneLine: true,
      cell: (one) => one.number,
      sort: (one) => one.number,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (one) => <EnrolmentState state={one.state} served="at-home" />,
      sort: (one) => one.state,
    },
    {
      key: 'slot',
      title: msg`Place`,
      cell: (one) => <Slot one={one} />,
      sort: (one) => (one.slot === 'waiting' ? one.askedAt : null),
    },
    {
      key: 'home',
      title: msg`Home`,
      cell: (one) => <Home one={one} />,
      sort: (one) => one.evaluation,
    },
    {
      key: 'contract',
      title: msg`Contract`,
      cell: (one) =>
        one.contractSignedOn ? <Day day={one.contractSignedOn} of="record" /> : <Trans>not signed</Trans>,
      sort: (one) => one.contractSignedOn,
    },
    {
      key: 'deputy',
      title: msg`Deputy`,
      cell: (one) => one.deputyName ?? <Trans>nobody</Trans>,
      text: (one) => one.deputyName ?? '',
      sort: (one) => one.deputyName,
    },
    {
      key: 'units',
      title: msg`Units`,
      oneLine: true,
      cell: (one) => <Units one={one} />,
      text: (one) => one.units.join(', '),
      sort: (one) => one.units[0] ?? null,
    },
    {
      key: 'release',
      title: msg`Release day`,
      cell: (one) => (one.releaseDay ? <Day day={one.releaseDay} of="record" /> : '–'),
      sort: (one) => one.releaseDay,
    },
  ],
}

function Slot({ one }: { one: ListedDetention }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return (
    <span>
      <Status tone={slotTones[one.slot]}>{i18n._(slotNames[one.slot])}</Status>
      {one.slot === 'waiting' && one.askedAt && (
        <>
          {' '}
          <Trans>
            since <Day day={dayAt(one.askedAt, agency.timeZone)} of="record" />
          </Trans>
        </>
      )}
    </span>
  )
}

function Units({ one }: { one: ListedDetention }) {
  if (one.isUnfollowed)
    return (
      <Status tone="now">
        <Trans>no unit worn</Trans>
      </Status>
    )
  const serials = one.units.length > 0 ? one.units.join(', ') : '–'
  if (!one.isHomeUnwatched) return serials
  return (
    <>
      {serials}{' '}
      <Status tone="now">
        <Trans>no home zone</Trans>
      </Status>
    </>
  )
}

function Home({ one }: { one: ListedDetention }) {
  const { i18n } = useLingui()
  return <Status tone={evaluationTones[one.evaluation]}>{i18n._(evaluationNames[one.evaluation])}</Status>
}
