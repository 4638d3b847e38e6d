import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day, Lately } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Battery } from '../parts/battery.tsx'
import { UnitState } from '../parts/unit-state.tsx'
import { kindNames, type ListedUnit, levelNames, optionsOf, stateNames } from '../parts/words.ts'

const states = ['in-stock', 'fitted', 'in-repair', 'lost', 'retired'] as const
const kinds = ['gps', 'home-unit', 'breath', 'alcohol', 'beacon', 'phone'] as const

/** The inventory. */
export const unitListing: Listing<ListedUnit> = {
  name: 'units',
  title: msg`Units`,
  rowKey: (unit) => unit.id,
  order: 'serial',
  filters: [
    {
      key: 'q',
      label: msg`Serial number, model or wearer`,
      as: 'text',
      passes: (unit, part) =>
        holds(
          `${unit.serial} ${unit.model} ${unit.wearer?.familyName ?? ''} ${unit.wearer?.givenNames ?? ''} ${unit.wearer?.number ?? ''}`,
          part,
        ),
    },
    {
      key: 'state',
      label: msg`State`,
      as: 'choice',
      options: [...optionsOf(states, stateNames), { value: 'take-off', label: msg`to be taken off` }],
      passes: (unit, state) => (state === 'take-off' ? unit.wearer?.ended === true : unit.state === state),
    },
    {
      key: 'kind',
      label: msg`Kind`,
      as: 'choice',
      options: optionsOf(kinds, kindNames),
      passes: (unit, kind) => unit.kind === kind,
    },
  ],
  columns: [
    {
      key: 'serial',
      title: msg`Serial number`,
      cell: (unit) => (
        <Link to="/equipment/$id" params={{ id: unit.id }}>
          {unit.serial}
        </Link>
      ),
      text: (unit) => unit.serial,
      sort: (unit) => unit.serial,
    },
    {
      key: 'model',
      title: msg`Model`,
      cell: (unit) => unit.model,
      text: (unit) => unit.model,
      sort: (unit) => unit.model,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (unit) => <UnitState state={unit.state} />,
      sort: (unit) => unit.state,
    },
    {
      key: 'wearer',
      title: msg`Worn by`,
      cell: (unit) => <Wearer wearer={unit.wearer} />,
      text: ({ wearer }) => (wearer ? nameOf(wearer) : ''),
      sort: (unit) => unit.wearer?.familyName ?? null,
    },
    {
      key: 'contact',
      title: msg`Last heard`,
      cell: (unit) => (unit.contactAt ? <Lately at={unit.contactAt} /> : <Trans>never</Trans>),
      sort: (unit) => unit.contactAt,
    },
    {
      key: 'battery',
      title: msg`Battery`,
      align: 'end',
      cell: (unit) => <Battery level={unit.battery} />,
      sort: (unit) => unit.battery,
    },
    {
      key: 'faults',
      title: msg`Faults`,
      align: 'end',
      cell: (unit) => unit.faults,
      sort: (unit) => unit.faults,
    },
    {
      key: 'life',
      title: msg`Service ends`,
      cell: (unit) => (unit.lifeEndsOn ? <Day day={unit.lifeEndsOn} of="record" /> : '–'),
      sort: (unit) => unit.lifeEndsOn,
    },
  ],
}

const nameOf = (wearer: NonNullable<ListedUnit['wearer']>): string =>
  [wearer.familyName, wearer.givenNames].filter(Boolean).join(', ')

function Wearer({ wearer }: { wearer: ListedUnit['wearer'] }) {
  const { i18n, t } = useLingui()
  if (!wearer) return '–'
  return (
    <span>
      <Link to="/people/$id" params={{ id: wearer.personId }}>
        {nameOf(wearer)}
      </Link>{' '}
      ({i18n._(levelNames[wearer.level])}) {wearer.ended && <Status tone="now">{t`program ended`}</Status>}
    </span>
  )
}
