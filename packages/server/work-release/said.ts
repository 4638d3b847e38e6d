import { type Missing, type Reason, say, type TextCode, type Values } from '@inlieu/law'
import { z } from 'zod'
import { type Words, words } from '../platform/words.ts'
import { limitWords } from './sites/limits.ts'

/** A reason of the law: which clause, whether it is our own reading, in words. */
export const saidReason = z.object({ code: z.string(), clause: z.string(), own: z.boolean(), text: words })

/** Something nobody has been asked yet, or no board has set. */
export const saidMissing = z.object({
  of: z.string(),
  name: z.string(),
  clauses: z.array(z.string()),
  text: words,
})

/** A wording of the law in both languages, the work limits in words. */
const both = (code: TextCode, values: Values = {}): Words => ({
  en: say('en', code, inWords('en', values)),
  es: say('es', code, inWords('es', values)),
})

/** A reason as a page is sent it. */
export const saidOf = (reason: Reason): z.output<typeof saidReason> => ({
  code: reason.code,
  clause: reason.clause,
  own: reason.own,
  text: both(reason.code, reason.values),
})

/** A missing answer as a page is sent it. */
export const missingOf = (missing: Missing): z.output<typeof saidMissing> => ({
  of: missing.of,
  name: missing.name,
  clauses: [...missing.clauses],
  text: both(missing.question),
})

// The law knows the office's work limits by their codes only.
function inWords(language: 'en' | 'es', values: Values): Values {
  const { limits } = values
  if (typeof limits !== 'string') return values
  const words: Readonly<Record<string, string>> = limitWords[language]
  const said = limits.split(', ').map((limit) => words[limit] ?? limit)
  return { ...values, limits: said.join(', ') }
}
