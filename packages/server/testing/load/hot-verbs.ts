import { randomUUID } from 'node:crypto'
import { commitmentFields } from '../../demonstration/case/commitment.ts'
import { computeSentence, receive } from '../../demonstration/case/receive.ts'
import type { Case } from '../../demonstration/case/staff.ts'
import { madeUpPerson } from '../../demonstration/people.ts'
import type { Actor } from './actor.ts'
import type { MarkableDay, World } from './world.ts'

/** Something an actor does again and again, where others do the same. */
export interface HotVerb {
  name: string
  /** How often, against the others. */
  weight: number
  /** Whether only an account that decides may do it. */
  supervisors?: true
  run(actor: Actor, world: World): Promise<unknown>
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)]!
const pickSome = <T>(from: readonly T[], count: number): T[] =>
  from.toSorted(() => Math.random() - 0.5).slice(0, count)

/** The verbs of the case that many people do at once, each on what the others are at as well. */
export const hotVerbs: readonly HotVerb[] = [
  { name: 'receive, enrol, compute', weight: 3, run: receiveOne },
  { name: 'book an appointment', weight: 4, run: bookAppointment },
  { name: 'move or cancel an appointment', weight: 3, run: moveAppointment },
  { name: 'make or change a contract', weight: 5, run: makeContract },
  { name: 'take a payment', weight: 5, run: pay },
  { name: 'void a receipt', weight: 1, supervisors: true, run: voidReceipt },
  { name: 'mark attendance', weight: 5, run: markDay },
  { name: 'ask for a waiver', weight: 1, run: askWaiver },
  { name: 'decide a waiver', weight: 2, supervisors: true, run: decideWaiver },
  { name: 'put a commitment right', weight: 2, run: changeCommitment },
  {
    name: 'compute a worksheet again',
    weight: 1,
    run: (actor, world) => recompute(actor, pick(world.accepted)),
  },
  { name: 'look at Today', weight: 1, run: ({ caller }) => caller.get('/api/desk/today') },
]

async function receiveOne({ caller }: Actor, world: World): Promise<void> {
  const one = await receive({ clerk: caller }, madeUpPerson(world.nextPerson++), world.today, {
    scanned: false,
  })
  await computeSentence({ clerk: caller }, one)
  world.cases.push(one)
}

async function bookAppointment({ caller }: Actor, world: World): Promise<void> {
  const one = pick([...world.cases, ...world.accepted])
  await caller.post(`/api/intake/enrolments/${one.enrolmentId}/appointments`, {
    startsAt: pick(world.slots),
    limitingCondition: 'no',
    told: ['fees'],
  })
}

async function moveAppointment({ caller }: Actor, world: World): Promise<void> {
  const one = pick([...world.cases, ...world.accepted])
  const { open } = await caller.get<{ open: { id: string; version: number } | null }>(
    `/api/intake/enrolments/${one.enrolmentId}/appointments`,
  )
  if (!open) return bookAppointment({ caller } as Actor, world)
  const { id, version } = open
  if (Math.random() < 0.5)
    await caller.post(`/api/intake/appointments/${id}/cancel`, { version, reason: 'Asked' })
  else
    await caller.post(`/api/intake/appointments/${id}/move`, {
      version,
      startsAt: pick(world.slots),
      reason: 'Asked',
    })
}

async function makeContract({ caller }: Actor, world: World): Promise<void> {
  const path = `/api/work-release/enrolments/${pick(world.accepted).enrolmentId}`
  const { version, daysOwed } = await caller.get<{ version: number; daysOwed: number }>(`${path}/schedule`)
  const chosen = new Map(pickSome(world.places, world.places.length).map((place) => [place.day, place]))
  const days = [...chosen.values()].slice(0, daysOwed)
  await caller.post(`${path}/contract`, { version, days, reason: 'As the load wants it' })
}

async function pay({ caller }: Actor, world: World): Promise<void> {
  const form = pick(['cash', 'money-order', 'cashiers-check'])
  await caller.post('/api/money/record-payment', {
    enrolmentId: pick(world.accepted).enrolmentId,
    form,
    amountCents: 100 + Math.floor(Math.random() * 600),
    receivedFrom: 'An actor',
    instrumentNumber: form === 'cash' ? '' : randomUUID().slice(0, 12),
  })
}

async function voidReceipt(actor: Actor): Promise<void> {
  const { receipts } = await actor.caller.get<{ receipts: { id: string }[] }>(
    '/api/money/receipts?state=standing&limit=20',
  )
  if (receipts.length > 0)
    await actor.caller.post('/api/money/void-payment', {
      receiptId: pick(receipts).id,
      reason: 'Counted twice',
    })
}

async function markDay({ caller }: Actor, world: World): Promise<void> {
  const day: MarkableDay = pick(world.days)
  try {
    const { version } = await caller.post<{ version: number }>('/api/work-release/attendance', {
      contractDayId: day.contractDayId,
      version: day.version,
      ...pick([
        { mark: 'worked', minutes: 480 },
        { mark: 'sent-home', minutes: 200 + Math.floor(Math.random() * 200) },
        { mark: 'absent-unexcused' },
      ]),
    })
    day.version = version
  } catch (error) {
    const { marks } = await caller.get<{ marks: { version: number }[] }>(
      `/api/work-release/contract-days/${day.contractDayId}`,
    )
    day.version = marks[0]?.version ?? 0
    throw error
  }
}

async function askWaiver({ caller, username }: Actor, world: World): Promise<void> {
  const { id } = await caller.post<{ id: string }>('/api/money/ask-waiver', {
    enrolmentId: pick(world.accepted).enrolmentId,
    askedCents: 100,
    budget: { why: 'No money', incomes: [], expenses: [], dependents: 0 },
  })
  world.waivers.push({ waiverId: id, askedBy: username })
}

async function decideWaiver(actor: Actor, world: World): Promise<void> {
  const waiver = world.waivers.find(({ askedBy }) => askedBy !== actor.username)
  if (!waiver) return askWaiver(actor, world)
  await actor.caller.post('/api/money/decide-waiver', {
    waiverId: waiver.waiverId,
    outcome: 'granted',
    reason: 'No money',
  })
  world.waivers = world.waivers.filter((other) => other !== waiver)
}

async function changeCommitment({ caller }: Actor, world: World): Promise<void> {
  const { commitmentId, person } = pick([...world.cases, ...world.accepted])
  const { version } = await caller.get<{ version: number }>(`/api/court/commitments/${commitmentId}`)
  await caller.post(`/api/court/commitments/${commitmentId}`, {
    ...commitmentFields(person, world.today, { days: pick([3, 4]) }),
    version,
  })
}

const recompute = ({ caller }: Actor, { enrolmentId }: Case) =>
  caller.post(`/api/programs/enrolments/${enrolmentId}/worksheet`, {})
