import fc from 'fast-check'
import type pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { isEnded, type StepKind, stepKinds } from './steps.ts'
import { openCase } from './testing/case.ts'

// The states that are kept beside the steps, against the steps themselves read by another hand.

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

interface Step {
  kind: StepKind
  /** Days after the first of March; below zero it was recorded for a day before the enrolment was opened. */
  day: number
}

const first = Temporal.PlainDate.from('2026-03-01')
const lastDay = 12
const onDay = (day: number) => first.add({ days: day }).toString()

const way: readonly StepKind[] = [
  'opened',
  'appointed',
  'applied',
  'accepted',
  'booked',
  'placed',
  'scheduled',
]

function stateFrom(steps: readonly Step[], day: number): { state: string; since: string } {
  const until = steps.filter((step) => step.day <= day)
  const ending = until.findLast((step) => step.kind === 'reopened' || isEnded(step.kind as 'denied'))
  if (ending && ending.kind !== 'reopened') return { state: ending.kind, since: onDay(ending.day) }
  const furthest = Math.max(...until.map((step) => way.indexOf(step.kind)), -1)
  if (furthest < 0) return { state: 'opened', since: onDay(0) }
  const kind = way[furthest]!
  const since = onDay(until.find((step) => step.kind === kind)!.day)
  return { state: kind === 'scheduled' || kind === 'placed' ? 'active' : kind, since }
}

const someSteps = fc.array(
  fc.record({ kind: fc.constantFrom(...stepKinds), day: fc.integer({ min: -1, max: lastDay }) }),
  { maxLength: 9 },
)

async function statesByDay(client: pg.Client, enrolmentId: string) {
  const { rows } = await client.query<{ day: string; state: string; since: string }>(
    `select d.day::date::text as day, s.state, s.since::text
     from generate_series($1::date, $1::date + ${lastDay + 1}, '1 day') d (day)
     cross join lateral programs.enrolment_state(d.day::date) s where s.enrolment_id = $2 order by 1`,
    [onDay(0), enrolmentId],
  )
  return rows
}

async function insertStep(client: pg.Client, enrolmentId: string, number: number, step: Step) {
  await client.query(
    `insert into programs.step (agency_id, id, enrolment_id, number, kind, on_day, at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, clock_timestamp())`,
    [clerk.agencyId, enrolmentId, number, step.kind, onDay(step.day)],
  )
}

describe('the states that are kept', () => {
  test('are those of the steps, on every day, whatever steps are recorded for whichever days', async () => {
    const { enrolmentId } = await openCase(clerk)
    await ownerQuery(office.urls, clerk.agencyId, async (client) => {
      await client.query('update programs.enrolment set opened_on = $1 where id = $2', [
        onDay(0),
        enrolmentId,
      ])
      await fc.assert(
        fc.asyncProperty(someSteps, async (steps) => {
          await client.query('savepoint s')
          await client.query('delete from programs.step where enrolment_id = $1', [enrolmentId])
          for (const [at, step] of steps.entries()) await insertStep(client, enrolmentId, at + 1, step)
          const kept = await statesByDay(client, enrolmentId)
          await client.query('rollback to s')
          const days = Array.from({ length: lastDay + 2 }, (_, day) => day)
          expect(kept).toEqual(days.map((day) => ({ day: onDay(day), ...stateFrom(steps, day) })))
        }),
        { numRuns: 60 },
      )
    })
  })

  test('hold when two steps are written at once, neither of which can see the other', async () => {
    const { enrolmentId } = await openCase(clerk)
    const today = clerk.ctx.today.since(first).days
    const written = await ownerQuery(office.urls, clerk.agencyId, async (one) => {
      await insertStep(one, enrolmentId, 2, { kind: 'appointed', day: today })
      const other = ownerQuery(office.urls, clerk.agencyId, (client) =>
        insertStep(client, enrolmentId, 3, { kind: 'withdrawn', day: today }),
      )
      await one.query('select pg_sleep(0.2)')
      return { other }
    })
    await written.other
    expect((await clerk.get(`/api/programs/enrolments/${enrolmentId}`)).body.state).toBe('withdrawn')
  })

  test('cannot be written by the office', async () => {
    const rights = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select r.role, p.may from unnest(array['inlieu_app', 'inlieu_worker', 'inlieu_auditor']) r (role)
         cross join lateral (select has_table_privilege(r.role, 'programs.standing', 'INSERT, UPDATE, DELETE') as may) p`,
      ),
    )
    expect(rights.rows.map((row) => row.may)).toEqual([false, false, false])
  })
})
