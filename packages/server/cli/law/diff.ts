import {
  type DiffCase,
  diff,
  type Language,
  type LawDiff,
  LawInputError,
  type ParameterChange,
  type ResolvedParameter,
  type RuleChange,
  say,
  standing,
} from '@inlieu/law'
import { only } from './input.ts'
import type { PackCommand } from './law-command.ts'
import { needed } from './options.ts'
import { headline, mark, section } from './text.ts'

/** `inlieu law diff PACK --from DAY --to DAY`: what differs between two days, and for whom. */
export const diffCommand: PackCommand = {
  about: 'pack',
  word: 'diff',
  usage: 'PACK --from DAY --to DAY [--text] [--language es]',
  summary: 'What differs between two days and, of the cases given, whose outcome changes.',
  reads: 'maybe',
  run: ({ pack, options, input }) => {
    const [from, to] = [needed(options, 'from'), needed(options, 'to')]
    const { cases = [] } = only(input, ['cases'])
    const [before, after] = [standing(pack, input.parameters, from), standing(pack, input.parameters, to)]
    const found = diff(before, after, checked(cases))
    return {
      json: found,
      text: (language) => [
        headline(language, pack, from),
        headline(language, pack, to),
        ...words(language, found),
      ],
    }
  },
}

function checked(cases: unknown): readonly DiffCase[] {
  const wrong = (path: string, message: string) => new LawInputError('The cases', [{ path, message }])
  if (!Array.isArray(cases)) throw wrong('cases', 'must be a list')
  for (const [i, found] of cases.entries()) {
    if (found === null || typeof found !== 'object') throw wrong(`cases[${i}]`, 'must be an object')
    if (typeof found.id !== 'string') throw wrong(`cases[${i}].id`, 'must be text')
    if (!('facts' in found)) throw wrong(`cases[${i}].facts`, 'is missing')
  }
  return cases
}

function words(language: Language, found: LawDiff): readonly string[] {
  const { rules, parameters, repeals, cases, casesCompared } = found
  const lines = [
    ...section(
      say(language, 'report.differs.rules'),
      rules.map((r) => ruleText(language, r)),
    ),
    ...section(
      say(language, 'report.differs.parameters'),
      parameters.map((p) => parameterText(language, p)),
    ),
    ...section(
      say(language, 'report.differs.repeals'),
      repeals.map((r) => say(language, `report.${r.change}`, { what: say(language, r.textCode) })),
    ),
    ...(casesCompared === 0 ? [] : casesText(language, cases, casesCompared)),
  ]
  return lines.length === 0 ? ['', say(language, 'report.differs.nothing')] : lines
}

const casesText = (language: Language, cases: LawDiff['cases'], compared: number): readonly string[] => [
  '',
  say(language, 'report.differs.cases', { changed: cases.length, compared }),
  ...cases.flatMap((c) => [
    `  ${c.id}: ${became(language, `outcome.${c.before}`, `outcome.${c.after}`)}`,
    ...c.findings.map((f) => `    ${f.clause}  ${say(language, f.textCode)}`),
  ]),
]

const became = (language: Language, before: string, after: string): string =>
  say(language, 'report.became', { before: say(language, before), after: say(language, after) })

function ruleText(language: Language, r: RuleChange): string {
  const what = `${say(language, r.textCode)}${mark(language, r.own)}`
  return `${r.clause}  ${say(language, `report.${r.change}`, { what })}`
}

function parameterText(language: Language, { name, clause, before, after }: ParameterChange): string {
  const shown = (p: ResolvedParameter | null) => String(p?.value ?? say(language, 'report.unset'))
  return `${clause}  ${name}: ${became(language, shown(before), shown(after))}`
}
