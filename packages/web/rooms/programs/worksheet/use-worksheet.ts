import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { enrolmentKey } from '../enrolment-header/use-enrolment.ts'

/** The worksheet's page as the office tells it. */
export type WorksheetPage =
  paths['/api/programs/enrolments/{id}/worksheet']['get']['responses']['200']['content']['application/json']

/** A worksheet on record. */
export type OnRecord = NonNullable<WorksheetPage['current']>
/** A sentence, computed or not. */
export type Result = WorksheetPage['now']
/** A sentence that could be computed. */
export type Sentence = Extract<Result, { kind: 'worksheet' }>
export type Fees = NonNullable<WorksheetPage['fees']>

/** The worksheet of an enrolment; it is read again with the enrolment. */
export function useWorksheet(id: string) {
  return useQuery({
    queryKey: [...enrolmentKey(id), 'worksheet'],
    queryFn: () => answer(api.GET('/api/programs/enrolments/{id}/worksheet', { params: { path: { id } } })),
  })
}
