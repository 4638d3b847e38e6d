import { commitmentItems } from '@inlieu/law'
import type { TestAccount } from '../../testing/office.ts'
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

/** The id of a scanned paper that the account has just put in, of nobody yet. */
export async function scannedPaper(account: TestAccount): Promise<string> {
  const data = new FormData()
  data.append('kind', 'commitment')
  data.append('title', 'Commitment')
  data.append('file', new Blob(['%PDF-1.7 a scanned commitment %%EOF'.padEnd(60)]), 'scan.pdf')
  const request = new Response(data)
  const bytes = Buffer.from(await request.arrayBuffer())
  const { body } = await account.post('/api/platform/papers', bytes, {
    'content-type': request.headers.get('content-type')!,
  })
  return body.paperId
}
