import type { Staff } from '../../packages/server/demonstration/case/staff.ts'
import { todayOf, unused } from './driven.ts'

/** What pages of zones, hours and leave are about. */
export interface Whereabouts {
  leave: string
  zoneSet: string
}

/** One of each for somebody in home detention: a zone, an exception to it, its hours, a day that differs, a leave, a set. */
export async function layOutWhereabouts(
  { clerk, sergeant }: Staff,
  enrolmentId: string,
  words: string,
): Promise<Whereabouts> {
  const home = `/api/home/enrolments/${enrolmentId}`
  const today = await todayOf({ clerk, sergeant })
  const tomorrow = today.add({ days: 1 }).toString()
  const area = { kind: 'circle', center: [-121.4944, 38.5816], radius: 100 }
  const { id: zone } = await sergeant.post<{ id: string }>(`${home}/zones`, {
    name: words.slice(0, 100),
    rule: 'inclusion',
    area,
    why: words.slice(0, 500),
  })
  const why = words.slice(0, 500)
  const span = { from: `${tomorrow}T09:00`, to: `${tomorrow}T12:00` }
  const { id: stayAway } = await sergeant.post<{ id: string }>(`${home}/zones`, {
    name: unused(words.slice(0, 90)),
    rule: 'exclusion',
    area: { ...area, center: [-121.4944, 38.6] },
    why,
  })
  await sergeant.post(`${home}/zone-exceptions`, { zoneId: stayAway, ...span, why })
  const weekly = [{ zone, days: ['mon', 'tue', 'sun'], from: '18:00', to: '08:00' }]
  await sergeant.post(`${home}/schedule`, { version: 0, weekly, why })
  await sergeant.post(`${home}/dated-hours`, { zoneId: zone, onDay: tomorrow, from: null, to: null, why })
  await sergeant.post(`${home}/absence-kinds`, { version: 0, kinds: ['medical', 'work'], why })
  const leave = { kind: 'medical', whereto: words.slice(0, 200), why, ...span }
  const asked = await clerk.post<{ id: string }>(`${home}/leave`, leave)
  const set = await sergeant.post<{ id: string }>('/api/home/zone-sets', {
    name: unused(words.slice(0, 90)),
    zones: [{ name: words.slice(0, 100), area }],
    why,
  })
  await sergeant.post(`/api/home/zone-sets/${set.id}/uses`, { reach: 'person', enrolmentId, why })
  return { leave: asked.id, zoneSet: set.id }
}
