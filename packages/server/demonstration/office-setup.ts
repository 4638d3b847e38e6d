import type { Temporal } from 'temporal-polyfill'
import type { Caller } from './caller.ts'
import { holidaysBetween } from './holidays.ts'

/** A work site as it is opened; `places` are people a day, Monday first. */
export interface SiteToOpen {
  number: number
  name: string
  kind: 'county' | 'state' | 'city' | 'non-profit'
  organization: string
  line1: string
  city: string
  zip: string
  tasks: string
  demands: string
  cannotTake: readonly string[]
  reportAt: string
  places: readonly number[]
}

const sites: readonly Omit<SiteToOpen, 'number'>[] = [
  { name: 'County Corporation Yard', kind: 'county', organization: 'Contra Costa County Public Works', city: 'Martinez', zip: '94553', line1: '2475 Example Waterbird Way', tasks: 'Washing vehicles, sweeping the yard', demands: 'Standing most of the day', cannotTake: ['no-standing'], reportAt: '07:30', places: [6, 6, 6, 6, 6, 0, 0] },
  { name: 'Delta Shoreline Park', kind: 'state', organization: 'State park district', city: 'Antioch', zip: '94509', line1: '900 Example Shore Road', tasks: 'Trail work, picking up litter', demands: 'Walking, lifting to 30 pounds', cannotTake: ['no-lifting', 'no-walking'], reportAt: '08:00', places: [4, 4, 4, 4, 4, 8, 8] },
  { name: 'Richmond Food Pantry', kind: 'non-profit', organization: 'Example Pantry of Richmond', city: 'Richmond', zip: '94801', line1: '31 Example Market Street', tasks: 'Sorting and packing food', demands: 'Standing, light lifting', cannotTake: [], reportAt: '08:30', places: [3, 3, 3, 3, 3, 4, 0] },
  { name: 'Concord City Parks', kind: 'city', organization: 'City of Concord', city: 'Concord', zip: '94520', line1: '12 Example Plaza', tasks: 'Raking, weeding, painting', demands: 'Bending', cannotTake: ['no-bending'], reportAt: '07:30', places: [5, 5, 5, 5, 5, 5, 5] },
] // biome-ignore format: a table

/** Appointments on every day of the week: somebody who opens the demonstration on a Sunday finds a day at work. */
export const appointmentHours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, opens: '08:30', closes: '11:30' },
  { weekday, opens: '13:00', closes: '16:00' },
])

/** How far ahead the holidays are known, in days. */
const holidaysAhead = 200

/** The office as it must be before anyone comes: appointment hours, holidays, work sites with their places. */
export async function setUpOffice(
  { sergeant }: { sergeant: Caller },
  today: Temporal.PlainDate,
  siteSupervisor: string,
): Promise<void> {
  await sergeant.post('/api/intake/hours', {
    fromDay: today.toString(),
    slotMinutes: 30,
    capacity: 2,
    hours: appointmentHours,
    authority: 'Demonstration',
  })
  for (const { day, name } of holidaysBetween(today, today.add({ days: holidaysAhead })))
    await sergeant.post('/api/work-release/holidays', { onDay: day.toString(), name })
  for (const [index, site] of sites.entries()) {
    const id = await openSite({ sergeant }, { ...site, number: index + 1 }, today)
    if (index >= 2)
      await sergeant.post(`/api/work-release/sites/${id}/supervisors`, { accountId: siteSupervisor })
  }
}

/** Opens a work site under contract, with places by day of the week from `today` on. @returns its id */
export async function openSite(
  { sergeant }: { sergeant: Caller },
  { places, number, ...site }: SiteToOpen,
  today: Temporal.PlainDate,
): Promise<string> {
  const { id } = await sergeant.post<{ id: string }>('/api/work-release/sites', {
    ...site,
    state: 'CA',
    latitude: null,
    longitude: null,
    contractReference: `WAP-${number}`,
    contractSignedOn: today.subtract({ days: 30 }).toString(),
    contractFrom: today.toString(),
    contractLastDay: null,
    meetingPoint: 'At the front gate',
    dayMinutes: 480,
    supervisorName: 'Toni Mock',
    supervisorPhone: `925 555 01${String(number + 9).padStart(2, '0')}`,
    languages: ['en', 'es'],
  })
  await sergeant.post(`/api/work-release/sites/${id}/capacity`, { fromDay: today.toString(), places })
  return id
}
