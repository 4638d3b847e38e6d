import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

export type Board = paths['/api/monitoring/shifts']['get']['responses']['200']['content']['application/json']
export type Shift = Board['shifts'][number]
export type Present = Board['present'][number]
export type Note = Board['notes'][number]
export type Open = Board['open']
export type StaffMember = Board['staff'][number]
export type Post = Shift['post']

/** Where the board and the lists of people stand in the cache. */
export const boardKey = ['monitoring', 'shifts'] as const

/** Days shown at once. */
export const daysShown = 7

/** The board from a day on; today without one. */
export function useBoard(from: string | undefined) {
  useLiveQuery(
    [
      'monitoring.shift-changed',
      'monitoring.staff-changed',
      'monitoring.gap-changed',
      'monitoring.help-changed',
      'monitoring.alarm-*',
      'monitoring.guideline-*',
    ],
    boardKey,
  )
  return useQuery({
    queryKey: [...boardKey, from],
    queryFn: () =>
      answer(
        api.GET('/api/monitoring/shifts', {
          params: { query: { days: daysShown, ...(from ? { from } : {}) } },
        }),
      ),
  })
}

export const postWords: Record<Post, MessageDescriptor> = {
  supervisor: msg`Supervisor`,
  operator: msg`Operators`,
}
