import { assess, countyFacts, type Facts, resolveParameters, say } from '@inlieu/law'
import { only } from './input.ts'
import type { PackCommand } from './law-command.ts'
import { needed } from './options.ts'
import { stepOf } from './steps.ts'
import { findingLine, headline, section } from './text.ts'

const KINDS = ['bar', 'require', 'factor'] as const

/** `inlieu law assess PACK --on DAY`: the facts of one person before the rules of that day. */
export const assessCommand: PackCommand = {
  about: 'pack',
  word: 'assess',
  usage: 'PACK --on DAY [--step STEP] [--text] [--language es]',
  summary: 'Put the facts of a person before the rules of a day.',
  reads: 'json',
  run: ({ pack, options, input }) => {
    const on = needed(options, 'on')
    const { facts } = only(input, ['facts'], ['facts'])
    const parameters = resolveParameters(pack, input.parameters, on)
    const ofCounty = input.county === null ? {} : countyFacts(pack, input.county, on)
    const all = facts !== null && typeof facts === 'object' ? { ...ofCounty, ...facts } : facts
    const found = assess(pack, parameters, all as Facts, on, stepOf(pack, options))
    return {
      json: found,
      text: (language) => [
        headline(language, pack, on),
        say(language, `outcome.${found.outcome}`),
        ...KINDS.flatMap((kind) =>
          section(
            say(language, `report.kind.${kind}`),
            found.findings.filter((f) => f.kind === kind).map((f) => findingLine(language, f)),
          ),
        ),
        ...section(
          say(language, 'report.missing'),
          found.missing.map((m) => `${say(language, m.question)} (${m.clauses.join(', ')})`),
        ),
      ],
    }
  },
}
