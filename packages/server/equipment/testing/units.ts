import { randomUUID } from 'node:crypto'
import { openCase, type TestCase, take } from '../../programs/testing/case.ts'
import type { TestAccount } from '../../testing/office.ts'

/** A model as a page sends it: a one-piece unit that is followed (EMP-A.1). */
export function modelBody(different: Record<string, unknown> = {}) {
  return {
    maker: 'Example Works',
    name: `One-piece ${randomUUID().slice(0, 8)}`,
    kind: 'gps',
    levels: ['active', 'passive', 'on-demand'],
    batteryHours: 30,
    lifeMonths: 12,
    strap: 'Cut to length, one use',
    water: 'To 5 meters',
    charging: 'Two hours a day at the wall',
    signals: ['vibrate', 'light', 'locate'],
    ...different,
  }
}

async function sent(answer: Promise<{ status: number; body: unknown }>): Promise<never> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as never
}

/** Adds a model. */
export async function addTestModel(
  account: TestAccount,
  different: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await sent(account.post('/api/equipment/models', modelBody(different)))
  return id
}

/** Receives a unit of a model, of a new one unless told. */
export async function receiveTestUnit(
  account: TestAccount,
  modelId?: string,
  serial: string = `BT-${randomUUID().slice(0, 8)}`,
): Promise<string> {
  const body = {
    modelId: modelId ?? (await addTestModel(account)),
    acquiredOn: account.ctx.today.subtract({ days: 30 }).toString(),
    serials: [serial],
    carrier: 'Example Mobile',
    note: '',
  }
  const { ids } = await sent(account.post('/api/equipment/units', body))
  return ids[0]
}

/** Somebody accepted into the program that asks for nothing before a unit is put on. */
export async function acceptedPerson(account: TestAccount): Promise<TestCase> {
  const one = await openCase(account)
  await take(account, one.enrolmentId, 'appointed', 'applied', 'accepted')
  return one
}

/** Puts a unit on somebody, now unless told. */
export async function fitTestUnit(
  account: TestAccount,
  unitId: string,
  enrolmentId: string,
  different: Record<string, unknown> = {},
): Promise<string> {
  const body = { enrolmentId, level: 'active', note: '', ...different }
  const { id } = await sent(account.post(`/api/equipment/units/${unitId}/fit`, body))
  return id
}
