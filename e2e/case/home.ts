import { randomUUID } from 'node:crypto'
import { receiveCommitment } from '../../packages/server/demonstration/case/receive.ts'
import type { Staff } from '../../packages/server/demonstration/case/staff.ts'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'
import { todayOf } from './driven.ts'

/** A unit in stock, of a model of its own that tells no places: a person may wear several of these. */
export async function unitInStock(
  staff: Staff,
  { serial, model }: { serial?: string; model?: string } = {},
): Promise<string> {
  const { sergeant } = staff
  const { id } = await sergeant.post<{ id: string }>('/api/equipment/models', {
    maker: 'Example Works',
    name: model ?? `Breath ${randomUUID().slice(0, 8)}`,
    kind: 'breath',
    levels: ['active', 'on-demand'],
    batteryHours: 48,
    lifeMonths: 24,
    signals: ['tone'],
  })
  const { ids } = await sergeant.post<{ ids: string[] }>('/api/equipment/units', {
    modelId: id,
    acquiredOn: (await todayOf(staff)).subtract({ days: 30 }).toString(),
    serials: [serial ?? `E2E-${randomUUID().slice(0, 8)}`],
  })
  return ids[0]!
}

/** A unit on somebody who is accepted into a program, with a way in. */
export async function unitWorn(
  staff: Staff,
  enrolmentId: string,
  named: Parameters<typeof unitInStock>[1] = {},
): Promise<string> {
  const unit = await unitInStock(staff, named)
  await staff.sergeant.post(`/api/equipment/units/${unit}/fit`, { enrolmentId, level: 'active' })
  await staff.sergeant.post(`/api/equipment/units/${unit}/credentials`, { door: 'json' })
  return unit
}

/** Somebody's enrolment in home detention as it is opened, with nothing set. */
export async function openHomeDetention(staff: Staff, person: MadeUpPerson): Promise<string> {
  const { personId, commitmentId } = await receiveCommitment(staff, person, await todayOf(staff), {
    scanned: false,
  })
  const { id } = await staff.clerk.post<{ id: string }>('/api/programs/enrolments', {
    personId,
    pack: 'sacramento/home-detention',
    commitmentIds: [commitmentId],
  })
  return id
}

/** The longest words that stand anywhere in a home detention. */
export interface HomeWords {
  address: string
  adult: string
  condition: string
}

/** Sets one of each for a home detention: home, adult with signatures, condition, absences, place, contract. */
export async function setHomeDetention(staff: Staff, enrolmentId: string, words: HomeWords): Promise<void> {
  const { sergeant } = staff
  const home = `/api/home/enrolments/${enrolmentId}`
  const today = (await todayOf(staff)).toString()
  const place = { address: words.address, lat: 38.5816, lon: -121.4944, note: '' }
  await sergeant.post(`${home}/places`, { kind: 'home', name: 'Home', ...place })
  await sergeant.post(`${home}/places`, { kind: 'work', name: words.adult.slice(0, 100), ...place })
  const adult = await sergeant.post<{ id: string }>(`${home}/adults`, {
    name: words.adult,
    relation: 'sister',
    livingSince: null,
  })
  await sergeant.post(`/api/home/adults/${adult.id}/consent`, {
    version: 1,
    consentOn: today,
    rulesOn: today,
    paperId: null,
  })
  await sergeant.post(`${home}/conditions`, {
    kind: 'location',
    content: words.condition,
    commitmentId: null,
    orderReference: 'Protective order 77',
    orderedOn: today,
    supervisedBy: 'monitoring',
    fromDay: today,
  })
  await sergeant.post(`${home}/contract`, { language: 'en' })
}
