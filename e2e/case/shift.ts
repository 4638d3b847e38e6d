import { expect } from '@playwright/test'
import type { Caller } from '../../packages/server/demonstration/caller.ts'
import { callerOf, unused } from './driven.ts'
import { alarmsOf, type Listed, report, somebodyFollowed, type Worn } from './followed.ts'

/** What an operator finds who comes to the post. */
export interface ShiftBefore {
  /** The note that the one before has left. */
  note: string
  supervisor: Caller
  operator: Caller
  worn: Worn
  /** Where somebody was sent for this person, for nothing. */
  falseAt: string
}

interface Present {
  name: string
  post: 'supervisor' | 'operator'
}

/** The shift before: a note is left, a supervisor is there, and somebody was once sent for nothing. */
export async function layOutShift(origin: string): Promise<ShiftBefore> {
  const [supervisor, operator] = await Promise.all(
    ['sac-supervisor', 'sac-operator'].map((name) => callerOf(origin, name)),
  )
  const note = unused('Quiet night; the strap of unit 7 was looked at')
  await leaveNote(supervisor!, operator!, note)
  const worn = await somebodyFollowed(origin)
  const falseAt = unused('12 Elm St')
  await beFalseOnce(origin, operator!, worn, falseAt)
  return { note, supervisor: supervisor!, operator: operator!, worn, falseAt }
}

async function leaveNote(supervisor: Caller, operator: Caller, note: string): Promise<void> {
  const { present } = await supervisor.get<{ present: Present[] }>('/api/monitoring/shifts')
  const leaves = { note: 'Nothing to say.', leaves: true }
  if (present.some(({ name }) => name.startsWith('Operator Noor')))
    await operator.post('/api/monitoring/hand-over', leaves)
  if (present.some(({ name }) => name.startsWith('Supervisor Ash')))
    await supervisor.post('/api/monitoring/hand-over', leaves)
  await supervisor.post('/api/monitoring/take-over', { post: 'operator', relieves: null, note: '' })
  await supervisor.post('/api/monitoring/hand-over', { note, leaves: true })
  await supervisor.post('/api/monitoring/take-over', { post: 'supervisor', relieves: null, note: '' })
}

/** The case was said to be open, somebody was sent, and it was nothing. */
async function beFalseOnce(origin: string, operator: Caller, worn: Worn, where: string): Promise<void> {
  const { id } = await happen(origin, operator, worn, 'case')
  const path = `/api/monitoring/alarms/${id}`
  await operator.post(`${path}/acknowledge`, {})
  await operator.post(`${path}/steps`, { code: 'dispatch', deed: { as: 'dispatch', where, note: '' } })
  const { record } = await operator.get<{ record: { number: number }[] }>(path)
  await operator.post(`${path}/close`, {
    code: 'false',
    note: 'The case was sound.',
    whyNot: 'Somebody was there at once.',
    seen: record.at(-1)!.number,
  })
  await report(origin, worn, 0, 'case-closed')
}

/** Something happens to the unit; the alarm of it is open when the message is acknowledged. */
export async function happen(
  origin: string,
  operator: Caller,
  worn: Worn,
  event: 'case' | 'strap',
): Promise<Listed> {
  await report(origin, worn, 0, event)
  const [alarm] = await alarmsOf(operator, worn, event)
  expect(alarm, `the alarm of ${event} is open`).toBeDefined()
  return alarm!
}
