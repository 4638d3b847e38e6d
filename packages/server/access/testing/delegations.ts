import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'

/** The program whose texts know designees that tests delegate in. */
export const homeDetention = 'sacramento/home-detention'

/** What a form sends for a decision of the Sheriff's in home detention. */
export const ofSheriff = (decision: string, pack = homeDetention) => ({ pack, decision, byRank: 'sheriff' })

/** An office in Sacramento, whose ordinance knows the Sheriff's designee. */
export async function officeOfDesignees(): Promise<TestOffice> {
  const office = await testOffice()
  const { agencyId } = await office.account(['clerk'])
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(`update access.agency set county = 'Sacramento' where id = $1`, [agencyId]),
  )
  return office
}

/** The day `days` after the account's today, as a form sends it. */
export const inDays = ({ ctx }: TestAccount, days: number): string => ctx.today.add({ days }).toString()

/** What the form of a delegation sends; from today on, with no end, by the Sheriff's own hand. */
export const delegation = (by: TestAccount, to: TestAccount, different: Record<string, unknown> = {}) => ({
  toAccount: to.id,
  decisions: [ofSheriff('admit')],
  fromDay: inDays(by, 0),
  ...different,
})

/** Delegates as the account does on its page. @returns the ids, one for each decision */
export async function delegate(
  by: TestAccount,
  to: TestAccount,
  different: Record<string, unknown> = {},
): Promise<string[]> {
  const made = await by.post('/api/access/delegations', delegation(by, to, different))
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return made.body.ids
}
