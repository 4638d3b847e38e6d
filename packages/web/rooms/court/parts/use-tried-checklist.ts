import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { TypedRow } from '../../../parts/form/fields.ts'
import { type ItemState, itemNames, statesOf } from './items.ts'

/** What the lists say of the paper as it is typed now; the last answer stays while the next is asked. */
export function useTriedChecklist(typed: TypedRow) {
  const states = statesOf(itemNames, typed)
  const named = (state: ItemState): string =>
    Object.entries(states)
      .filter(([, known]) => known === state)
      .map(([name]) => name)
      .join(',')
  const query = {
    origin: typed.origin === 'out-of-county' ? ('out-of-county' as const) : ('in-county' as const),
    form: formOf(typed.form),
    modified: answerOf(typed.modification),
    jailOrders: answerOf(typed.jailOrders),
    activeFile: answerOf(typed.activeFile),
    present: named('present'),
    absent: named('absent'),
  }
  return useQuery({
    queryKey: ['court', 'checklist', query],
    queryFn: () => answer(api.GET('/api/court/checklist', { params: { query } })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const forms = ['original', 'certified-copy', 'fax', 'photocopy'] as const

const formOf = (typed: unknown): (typeof forms)[number] | 'unknown' =>
  forms.find((form) => form === typed) ?? 'unknown'

const answerOf = (typed: unknown): 'yes' | 'no' | 'unknown' =>
  typed === 'yes' || typed === 'no' ? typed : 'unknown'
