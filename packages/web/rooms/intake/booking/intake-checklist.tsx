import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { type CheckItem, Checklist, type CheckState } from '../../../parts/checklist/checklist.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { ActButton } from '../parts/act-button.tsx'
import { type BookingPage, keys } from '../queries.ts'
import { Reminders } from './reminders.tsx'
import { Withdraw } from './withdraw.tsx'

type Item = BookingPage['checklist'][number]

const states: Record<Item['state'], CheckState> = {
  done: 'there',
  open: 'missing',
  ask: 'missing',
  'not-needed': 'spare',
}

/**
 * What is done at the interview (WAP-BOOK.5), ticked by whom and when, or following from the record; and what follows
 * when the days are chosen.
 */
export function IntakeChecklist({ id, page }: { id: string; page: BookingPage }) {
  const { t } = useLingui()
  const itemOf = useItem(id, page)
  const at = page.checklist.filter(({ required }) => required)
  const after = page.checklist.filter(({ required }) => !required)
  return (
    <>
      <Checklist title={t`Intake checklist`} items={at.map(itemOf)} />
      <Checklist title={t`When the days are chosen`} items={after.map(itemOf)} />
    </>
  )
}

function useItem(id: string, page: BookingPage): (item: Item) => CheckItem {
  const said = useSaid()
  const may = useMay()
  const mayTick = may('booking.write')
  return (item) => {
    const canTick = mayTick && item.by === 'hand' && item.state === 'open' && item.parts.length === 0
    return {
      key: item.name,
      label: said(item.text),
      state: states[item.state],
      clause: item.clause,
      note: <Note id={id} item={item} fees={page.fees} mayTick={mayTick} />,
      ...(canTick ? { action: <TickButton id={id} item={item} /> } : {}),
    }
  }
}

function TickButton({ id, item }: { id: string; item: Item }) {
  const { t } = useLingui()
  const said = useSaid()
  const { agency } = useSignedIn()
  return (
    <ActButton
      look="outline"
      label={t`Tick: ${said(item.text)}`}
      renews={[keys.ofCase(id, 'booking')]}
      send={(headers) =>
        api.POST('/api/intake/enrolments/{id}/checklist', {
          params: { path: { id } },
          body: { item: item.name, day: officeToday(agency.timeZone).toString() },
          headers,
        })
      }
    >
      <Trans>Tick</Trans>
    </ActButton>
  )
}

type NoteProps = { id: string; item: Item; fees: BookingPage['fees']; mayTick: boolean }

function Note({ id, item, fees, mayTick }: NoteProps) {
  const { t } = useLingui()
  if (item.parts.length > 0) return <Reminders id={id} item={item} mayTick={mayTick} />
  if (item.tick) {
    return (
      <>
        <Trans>
          {item.tick.by}, <Day day={item.tick.on} />
        </Trans>
        {item.tick.note !== '' && <>: {item.tick.note}</>}{' '}
        {mayTick && <Withdraw id={id} tickId={item.tick.id} />}
      </>
    )
  }
  if (item.name === 'fees-and-receipt') return <FeesNote id={id} fees={fees} />
  if (item.state === 'ask') return t`whether it applies follows from history and prints, below`
  if (item.state === 'not-needed') return t`does not apply here`
  return item.by === 'record' ? <FromRecord item={item} /> : null
}

/** Where what is still open is recorded: nobody ticks it here. */
function FromRecord({ item }: { item: Item }) {
  const { t } = useLingui()
  if (item.state === 'done') return t`follows from the record`
  if (item.name === 'booking-photo') return t`add it under Photo`
  if (!item.required) return t`follows from the contract`
  return t`record it under History and prints`
}

function FeesNote({ id, fees }: { id: string; fees: BookingPage['fees'] }) {
  const { t } = useLingui()
  const words: Record<BookingPage['fees'], string> = {
    'not-assessed': t`not assessed yet`,
    'nothing-charged': t`nothing is charged`,
    settled: t`paid or waived`,
    'date-agreed': t`a date to pay by is agreed (WAP-P3.2)`,
    'waiver-asked': t`a waiver was asked for (WAP-P3.2)`,
    owed: t`owed: collect them, agree on a date, or ask for a waiver`,
  }
  return (
    <>
      {words[fees]}{' '}
      <Link to="/enrolments/$id/fees" params={{ id }} className="not-printed">
        <Trans>Open fees</Trans>
      </Link>
    </>
  )
}
