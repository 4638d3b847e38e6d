import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLive } from '../../../parts/live/live.ts'

/** An enrolment as the office tells it: person, commitments, steps, worksheet, what is next. */
export type Enrolment =
  paths['/api/programs/enrolments/{id}']['get']['responses']['200']['content']['application/json']

/** A page of the case, as its head lists them. */
export type CasePage = Enrolment['path'][number]['page']

/** Where an enrolment stands in the cache; everything about it begins so. */
export const enrolmentKey = (id: string) => ['programs', 'enrolment', id] as const

/** The enrolment, read once for all parts of a page, and again when something happens in it or to its person. */
export function useEnrolment(id: string) {
  const query = useQuery({
    queryKey: enrolmentKey(id),
    queryFn: () => answer(api.GET('/api/programs/enrolments/{id}', { params: { path: { id } } })),
  })
  useLiveEnrolment(id, query.data?.person.id)
  return query
}

// A busy office says something each second; only what is about this case is worth reading it again.
function useLiveEnrolment(id: string, personId: string | undefined): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLive(
    ['programs.*', 'court.*', 'intake.*', 'money.*', 'work.*', 'home.*', 'equipment.unit-*'],
    (event) => {
      const isElsewhere =
        event !== 'reload' &&
        (event.subject.enrolment ?? id) !== id &&
        (personId === undefined || event.subject.person !== personId)
      if (isElsewhere) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => client.invalidateQueries({ queryKey: enrolmentKey(id) }), 250)
    },
  )
}
