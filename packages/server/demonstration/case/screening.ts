import type { Case, Staff } from './staff.ts'

/** Answers to the questions of the admission, by the name of the fact. */
export type ScreeningAnswers = Readonly<Record<string, boolean | number>>

interface ScreeningPage {
  version: number | null
  facts: { name: string; type: 'yes-no' | 'count'; value: boolean | number | null; source: string | null }[]
}

const page = ({ clerk }: Pick<Staff, 'clerk'>, one: Case) =>
  clerk.get<ScreeningPage>(`/api/intake/enrolments/${one.enrolmentId}/screening?step=admission`)

/** Answers every question that the record does not: "no" and none, but for what is told. */
export async function answerScreening(
  staff: Pick<Staff, 'clerk'>,
  one: Case,
  told: ScreeningAnswers = {},
): Promise<void> {
  const { version, facts } = await page(staff, one)
  const open = facts.filter((fact) => fact.source === null)
  await staff.clerk.post(`/api/intake/enrolments/${one.enrolmentId}/screening/answers`, {
    step: 'admission',
    version,
    answers: Object.fromEntries(
      open.map(({ name, type }) => [name, told[name] ?? (type === 'count' ? 0 : false)]),
    ),
  })
}

/** An officer decides on what the page shows (WAP-ELIG.1). */
export async function decideScreening(
  staff: Staff,
  one: Case,
  decided: { decision: 'admit' | 'deny'; reason: string; grounds?: readonly string[] },
): Promise<void> {
  const { version, facts } = await page(staff, one)
  await staff.sergeant.post(`/api/intake/enrolments/${one.enrolmentId}/screening/decision`, {
    step: 'admission',
    version,
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
    ...decided,
  })
}
