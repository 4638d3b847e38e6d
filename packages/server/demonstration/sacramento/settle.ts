import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { dayIn, setOfficeAhead, wallNow } from '../../platform/clock.ts'
import type { Caller } from '../caller.ts'
import { signApplication } from '../case/application.ts'
import { makeAppointment } from '../case/appointment.ts'
import { computeSentence, receiveCommitment } from '../case/receive.ts'
import type { Case } from '../case/staff.ts'
import { timeZone } from '../found-office.ts'
import { askLeave } from './leave.ts'
import { leaveProgram } from './leave-program.ts'
import type { Settled, WornUnit } from './notes.ts'
import { daysUntilGone, type Participant, papersBefore } from './participants.ts'
import { prepareHome, visitHome } from './prepare-home.ts'
import { screen } from './screen.ts'
import { serialOf } from './set-up-office.ts'

/** Those who bring people into the second office, signed in. */
export interface Settlers {
  clerk: Caller
  deputy: Caller
  /** Decides as the Sheriff's designee. */
  sergeant: Caller
}

export interface SettleOptions {
  /** When the office began to fill (epoch milliseconds of its clock): the past of each person is counted from it. */
  began: number
  /** Seconds that the office's clock is ahead of the wall's now. */
  ahead(): number
  /** Ids of the units by serial number. */
  units: ReadonlyMap<string, string>
  /** The deputies who supervise, by turns. */
  deputyIds: readonly string[]
}

const DAY = 86_400_000

/**
 * Brings one person into the office through its routes, each act at its time: papers, application, decision, home,
 * zones, hours; a unit last, at the present, also where it was put on earlier: it is told of as it is entered.
 * Done again after it was cut off it goes on where it was, because each save carries its own key.
 */
export async function settle(who: Participant, staff: Settlers, options: SettleOptions): Promise<Settled> {
  const { began, ahead } = options
  const isGone = who.stage === 'completed' || who.stage === 'returned'
  const fittedDays = isGone ? daysUntilGone : (who.history?.days ?? 0)
  const daysAgo = (days: number, hour: number) => {
    const at = began - Math.round((fittedDays + days) * DAY)
    const day = dayIn(timeZone, Temporal.Instant.fromEpochMilliseconds(at))
    const instant = day.toZonedDateTime({ timeZone, plainTime: { hour, minute: (who.number * 7) % 60 } })
    setOfficeAhead(Math.floor((instant.epochMilliseconds - wallNow().epochMilliseconds) / 1000))
    return day
  }
  const today = dayIn(timeZone, Temporal.Instant.fromEpochMilliseconds(began))
  const isNew = who.pack === 'sacramento/home-detention-expanded'
  const keyed = keyedFor(who.number, began)
  const [clerk, deputy, sergeant] = [keyed(staff.clerk), keyed(staff.deputy), keyed(staff.sergeant)]
  try {
    const one = await papersOf(who, clerk, daysAgo(papersBefore, 9))
    const settled: Settled = { personId: one.personId, enrolmentId: one.enrolmentId, unit: null }
    if (who.stage === 'papers') {
      await appointHalf(who, one, clerk, () => setOfficeAhead(ahead()), today)
      return settled
    }
    const { state } = await clerk.get<{ state: string }>(`/api/programs/enrolments/${one.enrolmentId}`)
    if (state === 'opened' || state === 'applied') {
      await computeSentence({ clerk }, one)
      await signApplication({ clerk }, one, daysAgo(8, 10))
      if (who.stage === 'applied') return settled
      // The new program asks what a visit to the home finds before anybody is admitted (EMP-3.3).
      if (isNew && who.stage === 'to-evaluate') return settled
      const visited = daysAgo(7, 14)
      if (isNew) await visitHome(who, one, deputy, visited)
      await screen(who, one, { clerk, sergeant })
    }
    if (who.stage === 'waiting-list') {
      setOfficeAhead(ahead())
      await deputy.post(`/api/home/enrolments/${one.enrolmentId}/slot/ask`, {})
      return settled
    }
    const deputyId = options.deputyIds[who.number % 2]!
    await prepareHome(who, one, { deputy, deputyId, isVisited: isNew }, daysAgo(4, 11))
    if (who.stage === 'to-evaluate' || who.stage === 'to-fit') return settled
    setOfficeAhead(ahead())
    const unit = await fit(who, one, deputy, options, fittedDays)
    if (isGone) {
      await leaveProgram(who, one, unit.unitId, { deputy, sergeant }, today.toString())
      return settled
    }
    await askLeave(who, one.enrolmentId, { clerk, deputy }, today)
    return { ...settled, unit }
  } finally {
    setOfficeAhead(ahead())
  }
}

/** Every other one of those whose papers are in has an appointment; the others wait for one. */
async function appointHalf(
  { number }: Participant,
  one: Case,
  clerk: Caller,
  toPresent: () => void,
  today: Temporal.PlainDate,
): Promise<void> {
  if (number % 2 === 0) return
  toPresent()
  await computeSentence({ clerk }, one)
  await makeAppointment({ clerk }, one, today.add({ days: 1 + (number % 5) }))
}

async function papersOf(who: Participant, clerk: Caller, day: Temporal.PlainDate): Promise<Case> {
  const { person } = who
  const { personId, commitmentId } = await receiveCommitment({ clerk }, person, day, {
    scanned: false,
    ...(who.goodTimeDays === null ? {} : { goodTimeDays: who.goodTimeDays }),
  })
  const { id } = await clerk.post<{ id: string }>('/api/programs/enrolments', {
    personId,
    pack: who.pack,
    commitmentIds: [commitmentId],
  })
  return { person, personId, commitmentId, enrolmentId: id }
}

async function fit(
  who: Participant,
  one: Case,
  deputy: Caller,
  { began, units, ahead }: SettleOptions,
  daysAgo: number,
): Promise<WornUnit> {
  const serial = serialOfUnit(who)
  const unitId = units.get(serial)!
  const at = daysAgo > 0 ? Temporal.Instant.fromEpochMilliseconds(began - daysAgo * DAY) : null
  await deputy.post(`/api/equipment/units/${unitId}/fit`, {
    enrolmentId: one.enrolmentId,
    level: 'active',
    at: at?.toString() ?? null,
    note: who.history ? 'Its messages were stored and came later.' : '',
  })
  const isGone = who.stage !== 'followed'
  const secret = isGone || who.reportsBy === 'forwarded' ? '' : await wayIn(deputy, unitId, who.reportsBy)
  const fittedAt = at?.epochMilliseconds ?? wallNow().epochMilliseconds + 1000 * ahead()
  return { unitId, serial, reportsBy: who.reportsBy, secret, fittedAt, pastSent: who.history === null }
}

/** Which unit of the inventory a person is given. */
export const serialOfUnit = ({ number, reportsBy }: Participant): string =>
  reportsBy === 'owntracks' ? serialOf('CT', Math.floor(number / 10)) : serialOf('A1', number)

/** Where a set-up says the secret, by door; there is no other place that says it. */
const settingOf = {
  json: 'Authorization',
  osmand: 'Device identifier',
  owntracks: 'Password',
  traccar: 'forward.header',
} as const

interface MadeWayIn {
  setUp: { lines: { setting: string; value: string }[] }
}

async function wayIn(deputy: Caller, unitId: string, door: 'json' | 'osmand' | 'owntracks'): Promise<string> {
  return secretIn(
    await deputy.post<MadeWayIn>(`/api/equipment/units/${unitId}/credentials`, { door }),
    settingOf[door],
  )
}

/** What the Traccar server of the demonstration is called. */
const forwarderName = 'Traccar server (made up)'

/** Lets the Traccar server of the demonstration in; one that was let in before its secret was kept ends. @returns its secret */
export async function letForwarderIn(deputy: Caller): Promise<string> {
  const { forwarders } = await deputy.get<{
    forwarders: { id: string; name: string; endedAt: string | null }[]
  }>('/api/equipment/forwarders')
  const lost = forwarders.find(({ name, endedAt }) => name === forwarderName && endedAt === null)
  if (lost)
    await deputy.post(`/api/equipment/credentials/${lost.id}/end`, { reason: 'Its secret was not kept.' })
  const body = { name: forwarderName, door: 'traccar' }
  return secretIn(await deputy.post<MadeWayIn>('/api/equipment/forwarders', body), settingOf.traccar)
}

const secretIn = ({ setUp }: MadeWayIn, setting: string): string =>
  setUp.lines.find((line) => line.setting === setting)!.value.replace(/^(Authorization: )?Bearer /, '')

/** The same save again, after a start that was cut off, has no second effect. */
const keyedFor =
  (number: number, began: number) =>
  (caller: Caller): Caller => ({
    ...caller,
    post: (path, body, headers) =>
      caller.post(path, body, { 'idempotency-key': keyOf([number, began, path, body]), ...headers }),
  })

function keyOf(what: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(what)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
