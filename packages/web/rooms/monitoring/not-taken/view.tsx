import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { doorNames } from '../../equipment/parts/words.ts'
import css from './not-taken.module.css'
import { OneMessage } from './one-message.tsx'

const route = getRouteApi('/staff/messages-not-taken')

type Operation = paths['/api/monitoring/not-taken']['get']
type NotTaken = Operation['responses'][200]['content']['application/json']['messages'][number]
type Reason = NonNullable<NonNullable<Operation['parameters']['query']>['reason']>

const reasonWords: Record<Reason, MessageDescriptor> = {
  'not-understood': msg`Not understood`,
  'not-a-position': msg`No position, and nothing the watch knows`,
  'unknown-unit': msg`A unit the office does not have`,
  'wrong-credential': msg`Wrong credential`,
  'replaced-credential': msg`A credential that was replaced`,
  'other-door': msg`A credential of another way in`,
  'too-large': msg`Too large`,
  'before-2000': msg`Measured before 2000`,
  'too-old': msg`Measured too long ago`,
  future: msg`Measured in the future`,
  'out-of-range': msg`No place on earth`,
  'refused-by-the-record': msg`The record could not hold it`,
  'not-evaluated': msg`Kept, and not evaluated`,
}

/** What units sent and the office could not take: each was told why, and is kept. */
export function MessagesNotTaken() {
  const { t } = useLingui()
  const search = route.useSearch()
  const asked = askedOf(search)
  const [open, setOpen] = useState<string>()
  // What has a credential that nobody knows may be of somebody of another office, and is opened by nobody.
  const mayOpen = useMay()('location.read') && asked.sender !== 'nobody'
  const listing = useMemo(() => listingOf(mayOpen ? setOpen : undefined), [mayOpen])
  const query = useQuery({
    queryKey: ['monitoring', 'not-taken', asked],
    queryFn: () =>
      answer(api.GET('/api/monitoring/not-taken', { params: { query: { ...asked, limit: 1000 } } })),
  })
  const csv = new URLSearchParams({ ...asked, format: 'csv', limit: '5000' })
  return (
    <Page
      title={t`Messages not taken`}
      lead={
        <Trans>
          What came from a unit and could not be used. Each was refused with its reason and is kept whole; the
          rest of the same message counts. What it said is opened for a purpose, and the look is recorded.
        </Trans>
      }
    >
      <List
        of={listing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.messages, total: query.data.total } }}
        csv={`/api/monitoring/not-taken?${csv}`}
        fills={
          <Trans>
            A line comes here when a unit sends something that makes no sense, or with a credential that was
            replaced. What came with an identifier that nobody has stands under unknown senders.
          </Trans>
        }
      />
      {open !== undefined && (
        <Dialog title={t`What the message said`} width="wide" onClose={() => setOpen(undefined)}>
          <OneMessage id={open} onClose={() => setOpen(undefined)} />
        </Dialog>
      )}
    </Page>
  )
}

/** What the office filters by; what is no choice and no day is left out. */
function askedOf({ from, to, reason, sender }: ReturnType<typeof route.useSearch>) {
  const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')
  return {
    ...(sender === 'nobody' ? { sender: 'nobody' as const } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(reason && reason in reasonWords ? { reason: reason as Reason } : {}),
  }
}

/** The list; with what opens one, where the reader may see where somebody was. */
const listingOf = (onOpen: ((id: string) => void) | undefined): Listing<NotTaken> => ({
  name: 'messages-not-taken',
  title: msg`Messages not taken`,
  rowKey: (message) => message.id,
  order: '-at',
  filters: [
    {
      key: 'sender',
      label: msg`Sent by`,
      as: 'choice',
      options: [{ value: 'nobody', label: msg`Unknown senders` }],
      unchosen: msg`Units of this office`,
    },
    { key: 'from', label: msg`From`, as: 'day' },
    { key: 'to', label: msg`To`, as: 'day' },
    {
      key: 'reason',
      label: msg`Why`,
      as: 'choice',
      options: Object.entries(reasonWords).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'unit',
      label: msg`Unit`,
      as: 'text',
      passes: (message, part) => holds(message.unit?.serial ?? '', part),
    },
  ],
  columns: [
    { key: 'at', title: msg`Came`, cell: (row) => <Moment at={row.at} />, sort: (row) => row.at },
    {
      key: 'unit',
      title: msg`Unit`,
      cell: (row) => <Unit of={row} />,
      sort: (row) => row.unit?.serial ?? '',
    },
    { key: 'why', title: msg`Why`, cell: (row) => <Why of={row} />, sort: (row) => row.reason },
    {
      key: 'detail',
      title: msg`What was wrong`,
      cell: (row) => (
        <>
          {row.detail}
          {onOpen && (
            <Button type="button" unstyled className={css.open} onClick={() => onOpen(row.id)}>
              <Trans>Show what it said</Trans>
            </Button>
          )}
        </>
      ),
    },
    { key: 'door', title: msg`Way in`, cell: (row) => <Door of={row} />, sort: (row) => row.door },
    { key: 'address', title: msg`Sent from`, cell: (row) => row.address, sort: (row) => row.address },
  ],
})

function Unit({ of: { unit } }: { of: NotTaken }) {
  if (!unit) return <Trans>not known</Trans>
  return (
    <Link to="/equipment/$id" params={{ id: unit.id }}>
      {unit.serial}
    </Link>
  )
}

function Why({ of: { reason } }: { of: NotTaken }) {
  const { i18n } = useLingui()
  return reason in reasonWords ? i18n._(reasonWords[reason as Reason]) : reason
}

function Door({ of: { door } }: { of: NotTaken }) {
  const { i18n, t } = useLingui()
  return door in doorNames ? i18n._(doorNames[door as keyof typeof doorNames]) : t`the watch itself`
}
