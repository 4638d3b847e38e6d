import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { answer } from '../../api/problem.ts'
import { useMay } from '../../app/session-hooks.ts'

/** The programs that the office runs, the usual one first; none until they are known. */
export function usePrograms() {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['programs', 'run'],
    queryFn: () => answer(api.GET('/api/programs')),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: may('enrolment.read'),
  })
  return data?.programs ?? []
}

/** Whether a program of the office knows good time: only then is it asked for (SCC-2.D, never WAP-GT.1). */
export const useKnowsGoodTime = (): boolean => usePrograms().some(({ goodTime }) => goodTime)
