import type { Temporal } from 'temporal-polyfill'
import type { Caller } from './caller.ts'

const sites = [
  { name: 'County Corporation Yard', kind: 'county', organization: 'Contra Costa County Public Works', city: 'Martinez', zip: '94553', line1: '2475 Example Waterbird Way', tasks: 'Washing vehicles, sweeping the yard', demands: 'Standing most of the day', cannotTake: ['no-standing'], reportAt: '07:30', places: [6, 6, 6, 6, 6, 0, 0] },
  { name: 'Delta Shoreline Park', kind: 'state', organization: 'State park district', city: 'Antioch', zip: '94509', line1: '900 Example Shore Road', tasks: 'Trail work, picking up litter', demands: 'Walking, lifting to 30 pounds', cannotTake: ['no-lifting', 'no-walking'], reportAt: '08:00', places: [4, 4, 4, 4, 4, 8, 8] },
  { name: 'Richmond Food Pantry', kind: 'non-profit', organization: 'Example Pantry of Richmond', city: 'Richmond', zip: '94801', line1: '31 Example Market Street', tasks: 'Sorting and packing food', demands: 'Standing, light lifting', cannotTake: [], reportAt: '08:30', places: [3, 3, 3, 3, 3, 4, 0] },
  { name: 'Concord City Parks', kind: 'city', organization: 'City of Concord', city: 'Concord', zip: '94520', line1: '12 Example Plaza', tasks: 'Raking, weeding, painting', demands: 'Bending', cannotTake: ['no-bending'], reportAt: '07:30', places: [5, 5, 5, 5, 5, 5, 5] },
] // biome-ignore format: a table

/** The office as it must be before anyone comes: appointment hours, work sites with their contracts and places. */
export async function setUpOffice(
  staff: { sergeant: Caller },
  today: Temporal.PlainDate,
  siteSupervisor: string,
): Promise<void> {
  const weekdays = [1, 2, 3, 4, 5]
  await staff.sergeant.post('/api/intake/hours', {
    fromDay: today.toString(),
    slotMinutes: 30,
    capacity: 2,
    hours: weekdays.flatMap((weekday) => [
      { weekday, opens: '08:30', closes: '11:30' },
      { weekday, opens: '13:00', closes: '16:00' },
    ]),
    authority: 'Demonstration',
  })
  for (const [index, { places, cannotTake, ...site }] of sites.entries()) {
    const { id } = await staff.sergeant.post<{ id: string }>('/api/work/sites', {
      ...site,
      cannotTake,
      state: 'CA',
      place: null,
      contract: {
        reference: `WAP-${index + 1}`,
        signedOn: today.subtract({ days: 30 }).toString(),
        from: today.toString(),
        lastDay: null,
      },
      meetingPoint: 'At the front gate',
      dayMinutes: 480,
      supervisorName: 'Toni Mock',
      supervisorPhone: `92555501${10 + index}`,
      languages: ['en', 'es'],
    })
    await staff.sergeant.post(`/api/work/sites/${id}/capacity`, { fromDay: today.toString(), places })
    if (index === 0)
      await staff.sergeant.post(`/api/work/sites/${id}/supervisors`, { accountId: siteSupervisor })
  }
}
