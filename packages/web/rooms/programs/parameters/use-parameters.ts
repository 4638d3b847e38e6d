import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

/** The parameters of the program as they stand on a day. */
export type ParameterList =
  paths['/api/programs/parameters']['get']['responses']['200']['content']['application/json']

export type Parameter = ParameterList['parameters'][number]
/** A value somebody entered for a parameter. */
export type Entered = Parameter['entered'][number]

/** Where the parameters stand in the cache, of whatever day. */
export const parametersKey = ['programs', 'parameters'] as const

/** The parameters of a program as they stand on a day; today's, of the office's first program, without either. */
export function useParameters({ on, pack }: { on?: string; pack?: string }) {
  useLiveQuery(['programs.parameter-*'], parametersKey)
  return useQuery({
    queryKey: [...parametersKey, pack, on],
    queryFn: () =>
      answer(
        api.GET('/api/programs/parameters', {
          params: { query: { ...(on ? { on } : {}), ...(pack ? { pack } : {}) } },
        }),
      ),
  })
}
