import { commitmentItems } from '@inlieu/law'
import { policy } from '../checklist.ts'
import { type CommitmentFields, commitmentBody } from '../commitment-schema.ts'

/** A complete original of a court of this county, as a clerk would type it; `change` makes it less. */
export function completePaper(change: Record<string, unknown> = {}) {
  const origin = change.origin === 'out-of-county' ? 'out-of-county' : 'in-county'
  const items = Object.fromEntries(commitmentItems(policy, origin).map((item) => [item.name, 'present']))
  return {
    origin,
    docket: '01-123456-7',
    courtName: 'Walnut Creek Municipal Court',
    judgeName: 'Hon. R. Arguello',
    receivedOn: '2026-03-02',
    sentencedOn: '2026-02-20',
    form: 'original',
    modification: false,
    jailOrders: true,
    days: 30,
    creditDays: 2,
    startsOn: '2026-03-09',
    relation: 'concurrent',
    conditions: 'Obey all laws',
    addressOnPaper: '900 Ward St, Martinez',
    charges: [{ statute: 'VC 23152(b)', description: 'DUI', level: 'misdemeanor' }],
    ...change,
    items: { ...items, ...(change.items as object | undefined) },
  }
}

/** The same, parsed. */
export function completeFields(change: Record<string, unknown> = {}): CommitmentFields {
  return commitmentBody.parse(completePaper(change))
}
