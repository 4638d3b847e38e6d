import {
  type Day,
  type Finding,
  type Language,
  type Pack,
  type ParameterValue,
  type Reason,
  say,
  type Values,
} from '@inlieu/law'

/** First line of every answer for a reader: the program, the day, the text that was followed. */
export function headline(language: Language, pack: Pack, on: Day): string {
  return `${pack.title}. ${say(language, 'report.as-of', { on })} ${pack.version}`
}

/** A heading with its lines under it; nothing where there are none. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)]

/** Places of a wording that nothing fills here, as dots. */
export const withoutPlaces = (words: string): string => words.replaceAll(/\{\w+[^}]*\}/g, '…')

/** Marks our own reading, so that nobody takes it for the text. */
export const mark = (language: Language, own: boolean): string =>
  own ? ` (${say(language, 'report.own')})` : ''

/** A reason in words, with its clause. */
export const reasonLine = (language: Language, { code, clause, own, values }: Reason): string =>
  `${clause}  ${say(language, code, values)}${mark(language, own)}`

/** One rule's answer in words, with its note. */
export function findingLine(language: Language, f: Finding): string {
  const words = say(language, f.textCode, valuesOf(f.parametersUsed))
  const note = f.note === null ? '' : `. ${say(language, f.note)}`
  return `${f.clause}  ${words}: ${say(language, `verdict.${f.verdict}`)}${note}${mark(language, f.own)}`
}

/** Parameters as values of a wording: unset ones keep their place open, lists are read out. */
export function valuesOf(used: Readonly<Record<string, ParameterValue | null>>): Values {
  return Object.fromEntries(
    Object.entries(used).flatMap(([name, value]) => {
      if (value === null) return []
      return [[name, typeof value === 'number' || typeof value === 'string' ? value : String(value)] as const]
    }),
  )
}

/** Integer cents as people write an amount: `$1,234.50`. */
export function dollars(language: Language, cents: number): string {
  const locale = language === 'es' ? 'es-US' : 'en-US'
  return (cents / 100).toLocaleString(locale, { style: 'currency', currency: 'USD' })
}
