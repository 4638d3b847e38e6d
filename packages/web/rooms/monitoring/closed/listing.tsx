import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Moment } from '../../../parts/day/day.tsx'
import type { Filter, Listing } from '../../../parts/list/index.ts'
import { Severity } from '../alarm/severity.tsx'
import { closingWords, type ShownAlarm, severityWords } from '../alarm/words.ts'
import { alarmKindWords, kindWords } from '../parts/kind-words.ts'
import { AboutWhom } from '../queue/queue-list.tsx'

const options = (words: Record<string, MessageDescriptor>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The office filters by each of them: what is closed grows for as long as records are kept. */
const filters: readonly Filter<ShownAlarm>[] = [
  { key: 'who', label: msg`Person, unit or number`, as: 'text' },
  { key: 'kind', label: msg`Kind`, as: 'choice', options: options(alarmKindWords) },
  { key: 'severity', label: msg`Severity`, as: 'choice', options: options(severityWords) },
  { key: 'code', label: msg`Closed because`, as: 'choice', options: options(closingWords) },
  { key: 'from', label: msg`Opened from`, as: 'day' },
  { key: 'to', label: msg`Opened to`, as: 'day' },
]

/** Closed alarms as a list; each leads to its record. */
export const closedListing: Listing<ShownAlarm> = {
  name: 'closed-alarms',
  title: msg`Closed alarms`,
  rowKey: (alarm) => alarm.id,
  order: '-closed',
  filters,
  columns: [
    {
      key: 'number',
      title: msg`Number`,
      cell: (alarm) => (
        <Link to="/alarms" search={{ alarm: alarm.id }}>
          {alarm.number}
        </Link>
      ),
      sort: (alarm) => alarm.number,
      align: 'end',
    },
    {
      key: 'severity',
      title: msg`Severity`,
      cell: (alarm) => <Severity of={alarm} />,
      sort: (alarm) => Object.keys(severityWords).indexOf(alarm.severity),
    },
    {
      key: 'whom',
      title: msg`About`,
      cell: (alarm) => <AboutWhom alarm={alarm} />,
      sort: (alarm) => alarm.person?.name ?? alarm.unit?.serial ?? null,
    },
    { key: 'kind', title: msg`Kind`, cell: (alarm) => <Kind of={alarm} />, sort: (alarm) => alarm.kind },
    {
      key: 'opened',
      title: msg`Opened`,
      cell: (alarm) => <Moment at={alarm.openedAt} />,
      sort: (alarm) => alarm.openedAt,
    },
    {
      key: 'closed',
      title: msg`Closed`,
      cell: (alarm) => alarm.closedAt && <Moment at={alarm.closedAt} />,
      sort: (alarm) => alarm.closedAt,
    },
    { key: 'by', title: msg`Closed by`, cell: (alarm) => alarm.closedBy, sort: (alarm) => alarm.closedBy },
    {
      key: 'because',
      title: msg`Closed because`,
      cell: (alarm) => <Because of={alarm} />,
      sort: (alarm) => alarm.closedCode,
    },
  ],
}

function Kind({ of: { kind, zone } }: { of: ShownAlarm }) {
  const { i18n } = useLingui()
  const word = kindWords[kind]
  return (
    <>
      {word ? i18n._(word) : kind}
      {zone && <> · {zone}</>}
    </>
  )
}

function Because({ of: { closedCode } }: { of: ShownAlarm }) {
  const { i18n } = useLingui()
  return closedCode && i18n._(closingWords[closedCode])
}
