import type { Temporal } from 'temporal-polyfill'
import type { Caller } from '../caller.ts'
import type { Participant } from './participants.ts'

/** Of so many people one waits for an answer, one has a leave, one an exception. */
const [everyLeave, everyException] = [17, 25] as const

/**
 * Some have asked for leave tomorrow evening; to some of them a deputy, who did not ask for it, has granted it. A few
 * may pass by the place that they have to stay away from, on one day.
 * @param today the office's day
 */
export async function askLeave(
  { number }: Participant,
  enrolmentId: string,
  { clerk, deputy }: { clerk: Caller; deputy: Caller },
  today: Temporal.PlainDate,
): Promise<void> {
  const path = `/api/home/enrolments/${enrolmentId}`
  const tomorrow = today.add({ days: 1 })
  const evening = { from: `${tomorrow}T18:30`, to: `${tomorrow}T20:30` }
  const place = number % everyLeave
  if (place === 8 || place === 9) {
    const { id } = await clerk.post<{ id: string }>(`${path}/leave`, {
      kind: place === 8 ? 'medical' : 'family',
      whereto: place === 8 ? 'Example Clinic' : 'Sister’s home, 9 Sample Lane',
      why: place === 8 ? 'Appointment, by telephone' : 'Birthday of a child',
      ...evening,
    })
    const granted = { outcome: 'granted', code: 'confirmed', version: 1 }
    if (place === 8) await deputy.post(`/api/home/leave/${id}/decision`, granted)
  }
  if (number % everyException === 11) {
    const { zones } = await deputy.get<{ zones: { id: string; name: string }[] }>(`${path}/zones`)
    const zoneId = zones.find(({ name }) => name === 'Stay away')!.id
    const why = 'Fetches belongings, with a deputy (made up).'
    const hour = { from: `${tomorrow}T10:00`, to: `${tomorrow}T11:00` }
    await deputy.post(`${path}/zone-exceptions`, { zoneId, ...hour, why })
  }
}
