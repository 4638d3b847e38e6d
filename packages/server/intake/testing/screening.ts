import type { TestAccount } from '../../testing/office.ts'

/** Answers to what the record does not answer, with nothing that may be cause for denial. */
export const clear = {
  medicalProblemRulesOutSites: false,
  convictionInvolvesSex: false,
  convictionInvolvesArson: false,
  convictionInvolvesViolence: false,
  historyOfDrugSales: false,
  historyOfAddiction: false,
  institutionalMisconduct: false,
  violentConvictions: 0,
  intoxicatedAtInterview: false,
  underTheInfluence: false,
  formalDisciplineForRules: false,
  informationRefused: false,
}

/** The facts of a screening as its page shows them: what a decision is sent with. */
export async function shownFacts(account: TestAccount, path: string, step = 'admission') {
  const { body } = await account.get(`${path}/screening?step=${step}`)
  return Object.fromEntries(
    body.facts.map((fact: { name: string; value: boolean | number | null }) => [fact.name, fact.value]),
  )
}

/** Decides a screening as its page would, on the facts shown. */
export async function decide(account: TestAccount, path: string, more: object, step = 'admission') {
  const { body } = await account.get(`${path}/screening?step=${step}`)
  const facts = await shownFacts(account, path, step)
  return account.post(`${path}/screening/decision`, {
    step,
    version: body.version,
    facts,
    decision: 'admit',
    reason: '',
    ...more,
  })
}
