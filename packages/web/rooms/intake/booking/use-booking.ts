import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

/** The booking record and intake checklist as the office tells them. */
export type BookingPage =
  paths['/api/intake/enrolments/{id}/booking']['get']['responses']['200']['content']['application/json']
export type ChecklistItem = BookingPage['checklist'][number]

export const bookingKey = (id: string) => ['intake', 'booking', id]

export function useBooking(id: string) {
  const key = bookingKey(id)
  useLiveQuery(['intake.*', 'people.*', 'money.*', 'work.contract-made', 'court.*'], key)
  return useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/intake/enrolments/{id}/booking', { params: { path: { id } } })),
  })
}

/** Who the person is, as the people room has them; its version is named when the record is kept. */
export function usePersonOf(personId: string | undefined) {
  return useQuery({
    queryKey: ['people', 'person', personId],
    enabled: personId !== undefined,
    queryFn: () =>
      answer(api.GET('/api/people/{personId}', { params: { path: { personId: personId ?? '' } } })),
  })
}
