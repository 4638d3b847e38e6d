import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

/** The key under which a commitment's page is held. */
const commitmentKey = (id: string) => ['court', 'commitment', id]

/** A commitment's page, read anew when something happens to it. */
export function useCommitment(id: string) {
  const query = useQuery({
    queryKey: commitmentKey(id),
    queryFn: () =>
      answer(api.GET('/api/court/commitments/{commitmentId}', { params: { path: { commitmentId: id } } })),
  })
  useLiveQuery(['court.*', 'programs.*', 'platform.document-*'], commitmentKey(id))
  return query
}

/** Reads a commitment's page anew after something was done to it. */
export function useReadAgain(id: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: commitmentKey(id) })
}
