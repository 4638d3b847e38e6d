import type { IntakeItem, IntakeItemName } from '@inlieu/law'
import type { PrintKind } from './prints.ts'

/** How the fees of an enrolment stand, for the item "fees collected and receipt issued" and WAP-P3.2. */
export type FeesStand =
  | 'not-assessed'
  | 'nothing-charged'
  | 'settled'
  | 'date-agreed'
  | 'waiver-asked'
  | 'owed'

/** A tick as it is on record. */
export interface Tick {
  id: string
  item: string
  part: string
  on: string
  by: string
  note: string
}

/** Everything the checklist is derived from besides its ticks. */
export interface ChecklistRecord {
  prints: ReadonlySet<PrintKind>
  hasPhoto: boolean
  hasContract: boolean
  fees: FeesStand
  ticks: readonly Tick[]
}

/** An item as it stands. */
export interface ChecklistItem {
  name: IntakeItemName
  /** `ask`: whether it applies is not known yet. */
  state: 'done' | 'open' | 'ask' | 'not-needed'
  /** `record`: it follows from what is recorded elsewhere and is not ticked here. */
  by: 'hand' | 'record'
  /** Must be done before the person is booked; the others follow when the days are chosen. */
  required: boolean
  tick: Tick | null
  parts: { part: string; tick: Tick | null }[]
}

// The contract, the roster and the map come when the days are chosen, after the person is booked; they stay
// open on the list until then.
const followLater: readonly IntakeItemName[] = ['contract', 'roster-entry', 'map']

/** What the record says of an item; null where somebody has to tick it. */
function fromRecord(name: IntakeItemName, record: ChecklistRecord): boolean | null {
  const has = (...kinds: PrintKind[]) => kinds.some((kind) => record.prints.has(kind))
  switch (name) {
    case 'alpha-history-checked':
      return has('history-found', 'history-none')
    case 'thumb-prints':
      return has('thumb-prints')
    case 'print-set':
      return has('print-set')
    case 'sent-for-fingerprints':
      // There are other ways to the bureau than those on record: then it is ticked.
      return has('duplicate-given', 'no-match-letter', 'returned-printed') || null
    case 'duplicate-given':
      return has('duplicate-given')
    case 'prints-noted-on-original':
      return has('noted-on-original')
    case 'coin-on-application':
      return has('coin-on-application')
    case 'duplicate-sent-for-verification':
      return has('duplicate-sent')
    case 'booking-photo':
      return record.hasPhoto
    case 'fees-and-receipt':
      return ['nothing-charged', 'settled', 'date-agreed', 'waiver-asked'].includes(record.fees)
    case 'contract':
    case 'roster-entry':
      return record.hasContract
    default:
      return null
  }
}

/** The intake checklist (WAP-BOOK.5, WAP-P2) as it stands, in the order of the law. */
export function checklistOf(items: readonly IntakeItem[], record: ChecklistRecord): ChecklistItem[] {
  return items.map((item) => {
    const tickOf = (part: string) =>
      record.ticks.find((tick) => tick.item === item.name && tick.part === part) ?? null
    const parts = item.reminders.map((part) => ({ part, tick: tickOf(part) }))
    const recorded = fromRecord(item.name, record)
    const ticked = parts.length > 0 ? parts.every((part) => part.tick) : tickOf('') !== null
    return {
      name: item.name,
      state: stateOf(item.applies, recorded ?? ticked),
      by: recorded === null ? 'hand' : 'record',
      required: !followLater.includes(item.name),
      tick: tickOf(''),
      parts,
    }
  })
}

function stateOf(applies: IntakeItem['applies'], done: boolean): ChecklistItem['state'] {
  if (applies === 'no') return 'not-needed'
  if (done) return 'done'
  return applies === 'ask' ? 'ask' : 'open'
}

/** What stands in the way of booking the person: required, and neither done nor without need. */
export const missingForBooking = (items: readonly ChecklistItem[]): IntakeItemName[] =>
  items
    .filter((item) => item.required && (item.state === 'open' || item.state === 'ask'))
    .map((item) => item.name)

/** How fees stand, from the balance of the money room; null: nothing was assessed. */
export function feesStand(
  balance: {
    assessedCents: number
    balanceCents: number
    payBy: boolean
    waiverOpen: boolean
  } | null,
): FeesStand {
  if (!balance) return 'not-assessed'
  if (balance.balanceCents <= 0) return balance.assessedCents === 0 ? 'nothing-charged' : 'settled'
  if (balance.waiverOpen) return 'waiver-asked'
  return balance.payBy ? 'date-agreed' : 'owed'
}
