import type { Checklist } from '@inlieu/law'
import { z } from 'zod'
import { both, words } from '../platform/words.ts'
import { itemNames } from './checklist.ts'
import { itemStates, paperForms } from './commitment-schema.ts'

/** Something a paper shows or lacks, by its name and in words. */
export const namedView = z.object({ name: z.string(), words })

/** The checklist in words: every item with the lists that ask for it, why, and what is owed. */
export const checklistView = z.object({
  outcome: z.enum(['accepted', 'accepted-pending-original', 'refused', 'incomplete']),
  bookingAuthority: z.enum(['valid', 'pending-original', 'invalid', 'unknown']),
  items: z.array(
    z.object({
      name: z.enum(itemNames),
      words,
      lists: z.array(z.string()),
      whenAbsent: z.enum(['refuse', 'ask', 'read']),
      state: z.enum(itemStates),
    }),
  ),
  form: z.enum(paperForms),
  file: z.enum(['not-needed', 'look-for-active-file', 'follow-new-orders', 'return-to-court', 'unknown']),
  reasons: z.array(z.object({ clause: z.string(), own: z.boolean(), words })),
  /** What the court is to be asked for. */
  askCourt: z.array(namedView),
  /** What nobody has looked at yet. */
  toCheck: z.array(namedView),
})

/** Puts a checklist as the rules gave it into words. */
export function checklistInWords(checklist: Checklist): z.output<typeof checklistView> {
  return {
    ...checklist,
    items: checklist.items.map((item) => ({
      name: item.name,
      words: both(item.textCode),
      lists: [...item.lists],
      whenAbsent: item.whenAbsent,
      state: item.state,
    })),
    reasons: checklist.reasons.map(({ clause, own, code, values }) => ({
      clause,
      own,
      words: both(code, values),
    })),
    askCourt: checklist.askCourt.map(itemInWords),
    toCheck: checklist.toCheck.map(itemInWords),
  }
}

const questions: readonly string[] = ['form', 'modified', 'jail-orders', 'active-file']

/** An item of the checklist, or a question about the whole paper, in words. */
export function itemInWords(name: string): z.output<typeof namedView> {
  return { name, words: both(codeOf(name)) }
}

function codeOf(name: string): string {
  if (name === 'original-or-certified-copy') return `commitment.${name}`
  return questions.includes(name) ? `commitment.check.${name}` : `commitment.item.${name}`
}
