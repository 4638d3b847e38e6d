import { randomUUID } from 'node:crypto'
import { askWaiver } from '../../packages/server/demonstration/case/fees.ts'
import { receive } from '../../packages/server/demonstration/case/receive.ts'
import { makeContract } from '../../packages/server/demonstration/case/schedule.ts'
import type { Staff } from '../../packages/server/demonstration/case/staff.ts'
import { openSite } from '../../packages/server/demonstration/office-setup.ts'
import { admitted, booked, somebody, todayOf, unused } from '../case/driven.ts'
import { cutStrap } from '../case/followed.ts'
import { type HomeWords, openHomeDetention, setHomeDetention, unitInStock, unitWorn } from '../case/home.ts'
import { layOutWhereabouts, type Whereabouts } from '../case/whereabouts.ts'

/** What the addresses of pages are about, by the names that stand in them. */
export interface Place {
  person: string
  commitment: string
  /** By the last part of the address; '' for the enrolment's own page and all others. */
  enrolments: Readonly<Record<string, string>>
  site: string
  week: string
  waiver: string
  unit: string
  leave: string
  zoneSet: string
  alarm: string
}

/** The address of a page about something. */
export function addressOf(path: string, place: Place): string {
  const [, room, , last = ''] = path.split('/')
  const ids: Readonly<Record<string, string>> = {
    people: place.person,
    commitments: place.commitment,
    enrolments: place.enrolments[last] ?? place.enrolments['']!,
    sites: place.site,
    waivers: place.waiver,
    equipment: place.unit,
    leave: place.leave,
    'zone-sets': place.zoneSet,
    alarms: place.alarm,
  }
  return (
    path
      .replace('$siteId', place.site)
      .replace('$week', place.week)
      .replace('$zoneId', 'new')
      .replace('$subject', 'protocol%3Astrap')
      // A day that is over on any clock.
      .replace('$date', '2026-01-15')
      .replace('$id', () => {
        const id = ids[room!]
        if (id === undefined) throw new Error(`Nothing is known that ${path} could be about.`)
        return id
      })
  )
}

interface Listed {
  id: string
  personId: string
  state: string
  creditedDays: number
}

/** Something of each kind from the demonstration, at the state in which each page has most to show. */
export async function usual(staff: Staff, origin: string): Promise<Place> {
  const { clerk } = staff
  const { rows } = await clerk.get<{ rows: Listed[] }>('/api/programs/enrolments?limit=200')
  const { rosters } = await clerk.get<{ rosters: { siteId: string; week: string }[] }>(
    '/api/work-release/rosters',
  )
  const { waivers } = await clerk.get<{ waivers: { id: string }[] }>('/api/money/waivers')
  const { commitments } = await clerk.get<{ commitments: { id: string; owed: unknown[] }[] }>(
    '/api/court/commitments',
  )
  const at = (state: string): Listed => {
    const found = rows.findLast((row) => row.state === state)
    if (!found) throw new Error(`Nobody of the demonstration is ${state}.`)
    return found
  }
  const working = rows.findLast((row) => row.state === 'active' && row.creditedDays > 0) ?? at('active')
  const words = { address: '700 H St', adult: 'Maria Ruiz', condition: 'No contact with J. Doe' }
  const { home, ...whereabouts } = await homeOf(staff, words)
  return {
    ...whereabouts,
    person: working.personId,
    commitment: (commitments.find(({ owed }) => owed.length > 0) ?? commitments[0]!).id,
    enrolments: {
      '': working.id,
      appointment: at('appointed').id,
      application: at('applied').id,
      screening: at('applied').id,
      booking: at('accepted').id,
      schedule: at('booked').id,
      ...allOf(home),
    },
    site: rosters[0]!.siteId,
    week: rosters[0]!.week,
    waiver: waivers.at(-1)!.id,
    unit: await unitWorn(staff, at('accepted').id),
    alarm: await cutStrap(origin, staff.sergeant, await unitInStock(staff)),
  }
}

/** Places enough that two workers who lay out at once are not in each other's way. */
const places = [9, 9, 9, 9, 9, 0, 0]

/** Somebody of whom nothing but the paper is known, and a site where nobody works. */
export async function bare(staff: Staff, from: Place): Promise<Place> {
  const today = await todayOf(staff)
  const one = await receive(staff, somebody(47, 'Bare'), today, { scanned: false })
  const home = await openHomeDetention(staff, somebody(44, 'Bare'))
  return {
    person: one.personId,
    commitment: one.commitmentId,
    enrolments: { '': one.enrolmentId, ...allOf(home) },
    leave: from.leave,
    zoneSet: 'new',
    alarm: from.alarm,
    site: await openSite(staff, siteOf(unused('Bare Ground'), 'Raking'), today),
    week: '2031-01-06',
    waiver: from.waiver,
    unit: await unitInStock(staff),
  }
}

/** Somebody and a site with the longest names there are, in several scripts, all the way to the contract. */
export async function long(staff: Staff, from: Place): Promise<Place> {
  const today = await todayOf(staff)
  const much = {
    givenNames: 'María Nguyễn عبد الرحمن 山田太郎',
    line1: `12345 ${'Avenida-de-los-Constituyentes'.repeat(4)}`,
    court: `Superior Court of California, ${'County-of-Contra-Costa'.repeat(5)}`,
    offense: `driving a vehicle ${'under-the-influence-of-alcohol'.repeat(5)}`,
  }
  const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft'
  const tasks = `Picking up litter, ${'weeding-raking-painting-sweeping-'.repeat(8)}`
  const site = await openSite(staff, siteOf(unused(`Park-${'Along-the-Shoreline-'.repeat(4)}`), tasks), today)
  const one = await booked(staff, somebody(48, name, { ...much, days: 6, creditDays: 0 }))
  const [firstDay] = await makeContract(staff, one, today)
  const owing = await admitted(staff, somebody(49, name, much))
  const { home, ...whereabouts } = await homeOf(staff, {
    address: much.line1,
    adult: name,
    condition: much.offense,
  })
  const monday = firstDay!.subtract({ days: firstDay!.dayOfWeek - 1 })
  return {
    person: one.personId,
    commitment: one.commitmentId,
    enrolments: {
      '': one.enrolmentId,
      fees: owing.enrolmentId,
      booking: owing.enrolmentId,
      ...allOf(home),
    },
    ...whereabouts,
    site,
    week: monday.toString(),
    waiver: await askWaiver(staff, owing),
    unit: await unitWorn(staff, owing.enrolmentId, {
      serial: `E2E-${randomUUID()}-${'X'.repeat(20)}`,
      model: unused(`Breath-${'and-photograph-'.repeat(4)}`),
    }),
    alarm: from.alarm,
  }
}

/** The pages of one home detention. */
const allOf = (id: string) => ({ home: id, zones: id, hours: id, leave: id })

/** Somebody in home detention with one of everything that is set there. */
async function homeOf(staff: Staff, words: HomeWords): Promise<Whereabouts & { home: string }> {
  const home = await openHomeDetention(staff, somebody(45, 'Home'))
  await setHomeDetention(staff, home, words)
  return { home, ...(await layOutWhereabouts(staff, home, words.condition)) }
}

function siteOf(name: string, tasks: string) {
  return {
    number: 91,
    name,
    kind: 'county' as const,
    organization: name,
    line1: '1 Example Path',
    city: 'Martinez',
    zip: '94553',
    tasks,
    demands: 'Walking',
    cannotTake: [],
    reportAt: '08:00',
    places,
  }
}
