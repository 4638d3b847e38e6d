import type { Temporal } from 'temporal-polyfill'
import { renderPdf } from '../../platform/typst.ts'
import type { MadeUpPerson } from '../people.ts'

/** What of a commitment differs from a plain one. */
export interface PaperDetails {
  /** How it came; a fax is followed by the original (WAP-AUTH.2). */
  form?: 'original' | 'certified-copy' | 'fax'
  /** The items of the checklist that the paper lacks. */
  lacks?: readonly string[]
  /** A docket of its own, where the person has more than one commitment. */
  docket?: string
  days?: number
  /** Good time granted, in days; only for home detention (SCC-2.D). */
  goodTimeDays?: number
  relation?: 'concurrent' | 'consecutive' | 'unstated'
  consecutiveTo?: readonly string[]
  violationIndicated?: boolean
  /** False where the paper is typed in and not scanned. */
  scanned?: boolean
}

const items = [
  'defendant-name', 'docket-number', 'charges', 'judge-signature', 'court-name', 'court-mark', 'sentencing-date',
  'sentence', 'conditions', 'start-date', 'relation', 'credit', 'address',
] // biome-ignore format: one list

const judgeName = 'Hon. Robin Madeup'
const sentencedBefore = { days: 3 }

/** The fields of a person's commitment as a clerk reads them from the paper. */
export function commitmentFields(
  person: MadeUpPerson,
  receivedOn: Temporal.PlainDate,
  details: PaperDetails = {},
) {
  const lacks = new Set(details.lacks)
  return {
    origin: 'in-county',
    docket: details.docket ?? person.docket,
    courtName: person.court,
    county: person.county,
    judgeName,
    receivedOn: receivedOn.toString(),
    sentencedOn: receivedOn.subtract(sentencedBefore).toString(),
    form: details.form ?? 'certified-copy',
    modification: false,
    jailOrders: true,
    days: details.days ?? person.days,
    creditDays: details.days === undefined ? person.creditDays : 0,
    goodTimeDays: details.goodTimeDays ?? null,
    startsOn: receivedOn.toString(),
    relation: details.relation ?? 'concurrent',
    consecutiveTo: details.consecutiveTo ?? [],
    violationIndicated: details.violationIndicated ?? false,
    addressOnPaper: `${person.line1}, ${person.city}`,
    items: Object.fromEntries(items.map((item) => [item, lacks.has(item) ? 'absent' : 'present'])),
    charges: [{ statute: person.statute, description: person.offense, level: 'misdemeanor' }],
  }
}

/** The paper those fields are read from, plainly marked as made up. */
export function commitmentPaper(
  person: MadeUpPerson,
  receivedOn: Temporal.PlainDate,
  details: PaperDetails = {},
): Buffer {
  return renderPdf('demonstration/case/commitment-paper.typ', {
    court: person.court,
    docket: details.docket ?? person.docket,
    name: `${person.givenNames} ${person.familyName}`,
    address: `${person.line1}, ${person.city}`,
    charges: [`${person.statute} (${person.offense})`],
    sentencedOn: receivedOn.subtract(sentencedBefore).toString(),
    startsOn: receivedOn.toString(),
    sentence: `${details.days ?? person.days} days`,
    relation: details.relation ?? 'concurrent',
    credit: details.days === undefined ? person.creditDays : 0,
    judge: judgeName,
    sealed: !details.lacks?.includes('court-mark'),
  })
}
