import { say, type TextCode, type Values } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** What the law says, in both languages: a page shows the one it is read in. */
export const words = z.object({ en: z.string(), es: z.string() })
export type Words = z.output<typeof words>

/** A wording of the law in both languages. */
export const both = (code: TextCode, values: Values = {}): Words => ({
  en: say('en', code, values),
  es: say('es', code, values),
})

/** A day as people read it in a refusal or a letter: "Mon, Mar 2, 2026". */
export const dayInWords = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })
