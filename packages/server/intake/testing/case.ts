import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { newPersonBody, openPerson } from '../../people/index.ts'
import { computeWorksheet, openEnrolment } from '../../programs/index.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import { enterHours } from '../enter-hours.ts'

/** A person with a commitment and an open enrolment, as intake finds them. */
export interface TestCase {
  personId: string
  commitmentId: string
  enrolmentId: string
  path: string
}

let people = 0

/** Opens a person, a commitment on paper and an enrolment; with a worksheet unless told. */
export async function openCase(
  office: TestOffice,
  clerk: TestAccount,
  given: {
    days?: number
    worksheet?: boolean
    language?: 'en' | 'es'
    violationIndicated?: boolean | null
    name?: string
  } = {},
): Promise<TestCase> {
  const person = newPersonBody.parse({
    familyName: given.name ?? `Person${++people}`,
    givenNames: 'Maria',
    birthDate: '1990-05-06',
    language: given.language ?? 'en',
  })
  const opened = await clerk.act(openPerson, { person, evenSo: true })
  if (opened.kind !== 'opened') throw new Error('The person was not opened.')
  const commitmentId = randomUUID()
  const today = clerk.ctx.today.toString()
  await ownerQuery(office.urls, clerk.agencyId, (client) =>
    client.query(
      `insert into court.commitment (agency_id, id, person_id, docket, in_county, received_on, sentenced_on, paper_form,
         days, credit_days, starts_on, relation, violation_indicated, is_modification, has_jail_orders, items, checklist, outcome,
         pack_version, pack_hash, created_at)
       values ($1, $2, $3, $4, true, $5, $5, 'original', $6, 0, $5, 'concurrent', $7, false, true, '{}', '{}', 'accepted', 'test', 'test', clock_timestamp())`,
      [
        clerk.agencyId,
        commitmentId,
        opened.personId,
        `D-${commitmentId.slice(0, 6)}`,
        today,
        given.days ?? 20,
        given.violationIndicated === undefined ? false : given.violationIndicated,
      ],
    ),
  )
  const { id } = await clerk.act(openEnrolment, {
    personId: opened.personId,
    pack: 'contra-costa/work-alternative',
    commitmentIds: [commitmentId],
  })
  if (given.worksheet !== false) await clerk.act(computeWorksheet, { enrolmentId: id })
  return { personId: opened.personId, commitmentId, enrolmentId: id, path: `/api/intake/enrolments/${id}` }
}

/** Opens the office around the clock, so that a test finds a slot whenever it runs. */
export async function openAroundTheClock(supervisor: TestAccount, capacity = 50): Promise<void> {
  await supervisor.act(enterHours, {
    fromDay: supervisor.ctx.today,
    slotMinutes: 30,
    capacity,
    hours: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
    authority: 'Test',
  })
}

/** The start of a slot `days` ahead, at this time of the office's clock. */
export function slotAt(account: TestAccount, days: number, time = '09:00'): string {
  const { ctx } = account
  return ctx.today
    .add({ days })
    .toZonedDateTime({ timeZone: ctx.agency.timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString()
}

/** The start of the slot that runs now: for a person who is seen today. */
export function slotNow(account: TestAccount): string {
  const { ctx } = account
  const now = ctx.now.toZonedDateTimeISO(ctx.agency.timeZone)
  const minute = now.minute < 30 ? 0 : 30
  return now.with({ minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }).toInstant().toString()
}

/** What an appointment is booked with, where a test says nothing else. */
export const usual = { limitingCondition: 'no', told: ['fees', 'payment-forms', 'diagnosis'] }
