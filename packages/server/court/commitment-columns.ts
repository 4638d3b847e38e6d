import { commitmentItems } from '@inlieu/law'
import type { Selectable } from 'kysely'
import type { DB } from '../platform/database.ts'
import { policy } from './checklist.ts'
import type { CommitmentFields } from './commitment-schema.ts'

/** A commitment as its view shows it. */
export type CommitmentRow = Selectable<DB['court.v_commitment']>

/** The columns that the clerk's fields fill. */
export function columnsOf(fields: CommitmentFields) {
  const lookedForFile = fields.modification === true || fields.jailOrders === false
  return {
    docket: fields.docket,
    court_name: fields.courtName,
    county: fields.county,
    in_county: fields.origin === 'in-county',
    judge_name: fields.judgeName,
    received_on: fields.receivedOn,
    sentenced_on: fields.sentencedOn,
    paper_form: fields.form as string,
    is_modification: fields.modification,
    has_jail_orders: fields.jailOrders,
    // Without a modification and with jail orders nobody looks for a file (WAP-P1.2).
    active_file_found: lookedForFile ? fields.activeFileFound : null,
    modifies_commitment_id: fields.modifiesCommitmentId,
    years: fields.years,
    months: fields.months,
    days: fields.days,
    credit_days: fields.creditDays,
    good_time_days: fields.goodTimeDays,
    starts_on: fields.startsOn,
    relation: fields.relation as string,
    consecutive_to: [...fields.consecutiveTo].sort(),
    violation_indicated: fields.violationIndicated,
    conditions: fields.conditions,
    address_on_paper: fields.addressOnPaper,
    paper_id: fields.paperId,
    items: itemsOfList(fields),
  }
}

// A court of this county has another list than one of another county; what is on the other list says nothing.
function itemsOfList({ origin, items }: CommitmentFields): CommitmentFields['items'] {
  const names: readonly string[] = commitmentItems(policy, origin).map((item) => item.name)
  return Object.fromEntries(Object.entries(items).filter(([name]) => names.includes(name)))
}

/** The columns that the clerk's fields fill. */
export type CommitmentColumns = ReturnType<typeof columnsOf>

/** The clerk's fields as they stand on record: `columnsOf` the other way round. */
export function fieldsOf(
  row: Pick<CommitmentRow, keyof CommitmentColumns>,
  charges: CommitmentFields['charges'],
): CommitmentFields {
  return {
    origin: row.in_county ? 'in-county' : 'out-of-county',
    docket: row.docket,
    courtName: row.court_name,
    county: row.county,
    judgeName: row.judge_name,
    receivedOn: row.received_on,
    sentencedOn: row.sentenced_on,
    form: row.paper_form as CommitmentFields['form'],
    modification: row.is_modification,
    jailOrders: row.has_jail_orders,
    activeFileFound: row.active_file_found,
    modifiesCommitmentId: row.modifies_commitment_id,
    years: row.years,
    months: row.months,
    days: row.days,
    creditDays: row.credit_days,
    goodTimeDays: row.good_time_days,
    startsOn: row.starts_on,
    relation: row.relation as CommitmentFields['relation'],
    consecutiveTo: row.consecutive_to,
    violationIndicated: row.violation_indicated,
    conditions: row.conditions,
    addressOnPaper: row.address_on_paper,
    paperId: row.paper_id,
    items: row.items as CommitmentFields['items'],
    charges,
  }
}
