import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer } from '../../../api/problem.ts'
import { keys } from './words.ts'

type Asked = Promise<{ data?: unknown; error?: unknown; response: Response }>

/** Something done to an alarm by one press; then the alarm and the queue are read anew. */
export function useAct(id: string, act: () => Asked): UseMutationResult<unknown, Error, void> {
  const renew = useRenew(id)
  return useMutation({ mutationFn: () => answer(act()), onSettled: renew })
}

/** Reads an alarm and the queue anew: after a deed, and after a refusal because somebody else was first. */
export function useRenew(id: string): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: keys.alarm(id) })
    void client.invalidateQueries({ queryKey: keys.queue })
  }
}
