import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

/** A screening as the office tells it: questions, findings, outcome, decision. */
export type ScreeningPage =
  paths['/api/intake/enrolments/{id}/screening']['get']['responses']['200']['content']['application/json']
export type Fact = ScreeningPage['facts'][number]
export type Finding = ScreeningPage['findings'][number]
export type Step = ScreeningPage['step']

/** Where a screening stands in the cache. */
export const screeningKey = (id: string, step: Step, again: boolean) => [
  'intake',
  'screening',
  id,
  step,
  again,
]

/** The screening of a step; `again` asks for a new one although the last is decided. */
export function useScreening(id: string, step: Step, again: boolean) {
  const key = screeningKey(id, step, again)
  useLiveQuery(['intake.*', 'programs.worksheet-computed', 'court.*', 'platform.document-*'], key)
  return useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        api.GET('/api/intake/enrolments/{id}/screening', {
          params: { path: { id }, query: { step, again: again ? 'yes' : 'no' } },
        }),
      ),
  })
}
