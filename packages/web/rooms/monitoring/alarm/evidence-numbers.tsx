import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import { Lately } from '../../../parts/day/day.tsx'
import { numberWords, useNumberValue } from '../guideline/number-words.ts'
import css from './evidence.module.css'
import { isMeasured, type Measured, writtenAs } from './measured.ts'
import type { Evidence } from './words.ts'

type Finding = Evidence['happenings'][number]

const measuredWords: Record<Measured, MessageDescriptor> = {
  level: msg`Battery`,
  hoursLeft: msg`Empty in`,
  emptyAt: msg`Empty at`,
  beyondSince: msg`Not where permitted since`,
  boundSince: msg`The zone has bound since`,
  fixesBeyond: msg`Positions beyond the line`,
  buffer: msg`Line moved outward by`,
  since: msg`Since`,
  depth: msg`Deepest inside the zone`,
  way: msg`Way between the two positions`,
  positionSince: msg`Without a position since`,
  lastContact: msg`Last contact`,
  alcohol: msg`Alcohol`,
  confirms: msg`Confirms an earlier one`,
  identity: msg`Who gave the breath`,
  until: msg`Due until`,
  readings: msg`Readings at or above the level`,
  peak: msg`Highest reading`,
  fellTo: msg`Fell to`,
  test: msg`Test`,
  from: msg`Window from`,
  to: msg`Window to`,
  result: msg`Result`,
  verdict: msg`Voice`,
  carrier: msg`Telephone network`,
  units: msg`Units silent`,
  changedAt: msg`Said otherwise at`,
}

const valueWords: Readonly<Record<string, MessageDescriptor>> = {
  true: msg`yes`,
  false: msg`no`,
  active: msg`active`,
  passive: msg`passive`,
  'on-demand': msg`on demand`,
  sure: msg`sure`,
  doubtful: msg`doubtful`,
  unknown: msg`nobody has looked yet`,
  negative: msg`negative`,
  positive: msg`positive`,
  refused: msg({ message: 'refused', context: 'test' }),
  diluted: msg`diluted`,
  missed: msg`missed`,
  passed: msg`recognized`,
  failed: msg`not recognized`,
}

/** What was measured of a finding, and the numbers of the guideline that decided it, each with its unit. */
export function FindingNumbers({ finding }: { finding: Finding }) {
  const { i18n } = useLingui()
  const numberValue = useNumberValue()
  const measured = Object.entries(finding.values).filter(([, value]) => value !== null)
  return (
    <>
      <Numbers
        title={<Trans>Measured</Trans>}
        rows={measured.map(([name, value]) => ({
          name,
          says: measuredName(name, value),
          value: <MeasuredValue name={name} value={value} />,
        }))}
      />
      <Numbers
        title={<Trans>Decided by</Trans>}
        rows={finding.parameters.map(({ name, value, unit }) => ({
          name,
          says: numberWords[name] ?? { id: name },
          value: numberValue(value, unit),
        }))}
      />
    </>
  )

  function measuredName(name: string, value: unknown): MessageDescriptor {
    if (name === 'level' && typeof value === 'string') return msg`Tracking`
    return isMeasured(name) ? measuredWords[name] : { id: name, message: i18n._(name) }
  }
}

type NumberRow = { name: string; says: MessageDescriptor; value: ReactNode }

function Numbers({ title, rows }: { title: ReactNode; rows: readonly NumberRow[] }) {
  const { i18n } = useLingui()
  if (rows.length === 0) return null
  return (
    <div className={css.soft}>
      <p>{title}</p>
      <dl className={css.numbers}>
        {rows.map(({ name, says, value }) => (
          <div key={name}>
            <dt>{i18n._(says)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function MeasuredValue({ name, value }: { name: string; value: unknown }) {
  const { i18n } = useLingui()
  const numberValue = useNumberValue()
  const as = isMeasured(name) ? writtenAs(name, value) : 'word'
  if (as === 'moment') return <Lately at={Temporal.Instant.fromEpochMilliseconds(Number(value)).toString()} />
  if (as === 'units') return plural(Number(value), { one: '# unit', other: '# units' })
  if (as !== 'word') return numberValue(Number(value), as)
  const words = valueWords[String(value)]
  return words ? i18n._(words) : String(value)
}
