import { say, type TextCode, type Values } from '@inlieu/law'
import { z } from 'zod'

/** What the law says, in both languages: a page shows the one it is read in. */
export const words = z.object({ en: z.string(), es: z.string() })
export type Words = z.output<typeof words>

/** A wording of the law in both languages. */
export const both = (code: TextCode, values: Values = {}): Words => ({
  en: say('en', code, values),
  es: say('es', code, values),
})
