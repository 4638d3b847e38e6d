import {
  type CannotCompute,
  computeSentence,
  type Language,
  LawInputError,
  type SentenceInput,
  say,
  type Worksheet,
  type WorksheetStep,
} from '@inlieu/law'
import { parametersOn } from './day.ts'
import type { PackCommand } from './law-command.ts'
import { headline, mark, reasonLine, section } from './text.ts'

/** `inlieu law sentence PACK`: the worksheet of the adjusted sentence, or what stands in the way of one. */
export const sentenceCommand: PackCommand = {
  about: 'pack',
  word: 'sentence',
  usage: 'PACK [--text] [--language es]',
  summary: 'Compute the adjusted sentence from the commitments.',
  reads: 'json',
  run: ({ pack, input }) => {
    const given = input.rest as unknown as SentenceInput
    const { version, hash } = pack
    if (given.asOf === undefined)
      throw new LawInputError('The input', [{ path: 'asOf', message: 'is missing: say the day' }])
    const parameters = parametersOn(pack, input, given.asOf, 'asOf')
    const sheet = computeSentence(pack, given, parameters)
    return {
      json: { outcome: sheet.kind, ...sheet, pack: pack.name, version, hash, parameters, on: given.asOf },
      text: (language) => [
        headline(language, pack, given.asOf),
        ...(sheet.kind === 'worksheet' ? worksheetText(language, sheet) : cannotText(language, sheet)),
      ],
    }
  },
}

function worksheetText(language: Language, sheet: Worksheet): readonly string[] {
  const { adjustedDays: days, daysServed: served, daysLeft: left, releaseDate } = sheet
  return [
    say(language, 'report.sentence.days', { days, served, left }),
    releaseDate === null
      ? say(language, 'report.sentence.none')
      : say(language, 'report.sentence.release', { on: releaseDate }),
    ...sheet.steps.flatMap((step) => stepText(language, step)),
    ...servingText(language, sheet),
    '',
    ...sheet.superseded.map((s) => say(language, 'report.sentence.superseded', { ...s })),
    ...sheet.notes.map((note) => reasonLine(language, note)),
  ]
}

/** Days in jail first, the step-down, what is left in custody. */
function servingText(language: Language, { jail, stepDown, custody }: Worksheet): readonly string[] {
  const reasons = [
    ...(jail?.terms.flatMap((term) => term.reasons) ?? []),
    ...(jail?.notes ?? []),
    ...(stepDown === undefined ? [] : [stepDown.reason]),
    ...(custody?.reasons ?? []),
  ]
  const place = jail?.placeFrom ?? null
  const lines = reasons.map((reason) => reasonLine(language, reason))
  if (jail === undefined || place === null) return section(say(language, 'report.sentence.serving'), lines)
  const first = say(language, 'report.sentence.place-from', { days: jail.days, on: place })
  return section(say(language, 'report.sentence.serving'), [...lines, first])
}

function stepText(language: Language, step: WorksheetStep): readonly string[] {
  if (step.kind === 'total')
    return ['', `${step.clause}  ${say(language, step.code, step.values)}${mark(language, step.own)}`]
  return section(
    step.docket || step.commitment,
    step.reasons.map((reason) => reasonLine(language, reason)),
  )
}

const cannotText = (language: Language, { because }: CannotCompute): readonly string[] =>
  section(
    say(language, 'report.sentence.cannot'),
    because.map(({ clause, textCode, values, commitment }) => {
      const about = commitment === null ? '' : ` (${commitment})`
      return `${clause}  ${say(language, textCode, values)}${about}`
    }),
  )
