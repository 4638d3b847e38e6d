import { QueryClient } from '@tanstack/react-query'
import { Refused } from '../api/problem.ts'

/** A refusal is an answer: asking again would bring the same. Only a lost connection is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Only the page that is shown hears of changes: whoever comes back to another one must see what is true now.
      staleTime: 0,
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
    },
  },
})
