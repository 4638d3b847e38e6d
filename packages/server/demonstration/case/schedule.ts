import { Temporal } from 'temporal-polyfill'
import type { Case, Staff } from './staff.ts'

interface SchedulePage {
  version: number
  siteId: string | null
  days: { day: string; siteId: string; standing: string }[]
  plan: { outcome: string; days: string[] } | null
}

/** Takes the site and days that the policy proposes into the work contract. @returns its days, the first first */
export async function makeContract(
  { clerk }: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
  reason = '',
): Promise<Temporal.PlainDate[]> {
  const path = `/api/work-release/enrolments/${one.enrolmentId}`
  const { version, siteId, days, plan } = await clerk.get<SchedulePage>(`${path}/schedule`)
  if (plan?.outcome !== 'planned') throw new Error(`No days could be planned for ${one.person.familyName}.`)
  const standing = days
    .filter((entry) => entry.standing === 'open' && entry.day > today.toString())
    .map(({ day, siteId }) => ({ day, siteId }))
  const added = plan.days.map((day) => ({ day, siteId }))
  await clerk.post(`${path}/contract`, { version, days: [...standing, ...added], reason })
  return plan.days.map((day) => Temporal.PlainDate.from(day))
}

/** A supervisor allows a first day within the notice (WAP-P6.1). */
export async function allowEarlyStart(
  { sergeant }: Pick<Staff, 'sergeant'>,
  one: Case,
  reason: string,
): Promise<void> {
  await sergeant.post(`/api/work-release/enrolments/${one.enrolmentId}/early-start`, { reason })
}
