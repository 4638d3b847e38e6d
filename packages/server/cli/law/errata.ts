import {
  type DecidedCase,
  type DecidedResult,
  decidedUnder,
  type Erratum,
  type ErratumCases,
  type Language,
  say,
} from '@inlieu/law'
import { only } from './input.ts'
import type { PackCommand } from './law-command.ts'
import { section } from './text.ts'

/** `inlieu law errata PACK`: what earlier releases had wrong and, of the results given, those decided under it. */
export const errataCommand: PackCommand = {
  about: 'pack',
  word: 'errata',
  usage: 'PACK [--text] [--language es]',
  summary: 'What earlier releases had wrong and, of the results given, those decided under it.',
  reads: 'maybe',
  run: ({ pack, input }) => {
    const { results } = only(input, ['results'])
    const found = decidedUnder(pack, (results ?? []) as readonly DecidedResult[])
    const errata = found.map(({ erratum, compared, cases }) => ({ ...erratum, compared, cases }))
    return {
      json: { pack: pack.name, version: pack.version, hash: pack.hash, errata },
      text: (language) => [
        `${pack.title}. ${pack.version}`,
        ...(found.length === 0
          ? ['', say(language, 'report.errata.none')]
          : [
              '',
              say(language, 'report.errata'),
              ...found.flatMap((one) => erratumText(language, one, results !== undefined)),
            ]),
      ],
    }
  },
}

function erratumText(
  language: Language,
  { erratum, compared, cases }: ErratumCases,
  asked: boolean,
): readonly string[] {
  const lines = [
    daysOf(language, erratum),
    ...erratum.hashes.map((hash) => say(language, 'report.errata.hash', { hash })),
    ...(asked ? [say(language, 'report.errata.cases', { cases: cases.length, compared })] : []),
    ...cases.map((c) => caseText(language, c)),
  ]
  return section(`${erratum.clause}  ${say(language, erratum.words)}`, lines)
}

function daysOf(language: Language, { from, until, corrected }: Erratum): string {
  return until === null
    ? say(language, 'report.errata.days', { from, corrected })
    : say(language, 'report.errata.days-until', { from, until, corrected })
}

function caseText(language: Language, { id, kind, on, certain, before, after }: DecidedCase): string {
  const what = `${id} (${say(language, `report.errata.kind.${kind}`)}, ${on})`
  const doubt = certain ? '' : ` (${say(language, 'report.errata.in-doubt')})`
  return `${what}: ${became(language, before, after)}${doubt}`
}

function became(language: Language, before: DecidedCase['before'], after: DecidedCase['after']): string {
  if (before === null) return say(language, 'report.errata.again')
  const outcome = `outcome.${before}`
  if (after === null) return say(language, 'report.errata.asks-more', { outcome })
  if (after === before) return say(language, 'report.errata.stands', { outcome })
  return say(language, 'report.became', { before: outcome, after: `outcome.${after}` })
}
