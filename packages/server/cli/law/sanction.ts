import { type Language, LawInputError, proposeSanction, say, type ViolationInput } from '@inlieu/law'
import { parametersOn } from './day.ts'
import type { PackCommand } from './law-command.ts'
import { headline, mark, reasonLine } from './text.ts'

/** `inlieu law sanction PACK`: the next rung of the ladder after a violation, and who decides it. */
export const sanctionCommand: PackCommand = {
  about: 'pack',
  word: 'sanction',
  usage: 'PACK [--on DAY] [--text] [--language es]',
  summary: 'Propose a sanction after a violation, with who decides it.',
  reads: 'json',
  run: ({ pack, options, input }) => {
    const violation = input.rest as unknown as ViolationInput
    // Not paying stands on no ladder, and is answered everywhere.
    if (pack.ladder.length === 0 && violation.kind !== 'fees')
      throw new LawInputError('The pack', [{ path: '', message: `${pack.name} has no ladder of sanctions` }])
    // Without another day, it is decided on that of the violation.
    const on = options.on ?? violation.on
    if (on === undefined)
      throw new LawInputError('The input', [
        { path: 'on', message: 'is missing: say the day of the violation' },
      ])
    const parameters = parametersOn(pack, input, on, 'on')
    const found = proposeSanction(pack, parameters, violation, on)
    const { version, hash } = pack
    return {
      json: { outcome: found.kind, ...found, pack: pack.name, version, hash, parameters, on },
      text: (language) => [headline(language, pack, on), ...words(language, found)],
    }
  },
}

function words(language: Language, found: ReturnType<typeof proposeSanction>): readonly string[] {
  const reasons = found.reasons.map((reason) => reasonLine(language, reason))
  if (found.kind === 'blocked') return reasons
  const { clause, textCode, own, ranks, delegable } = found
  const holders = ranks.map((rank) => say(language, `authority.holder.${rank}`)).join(', ')
  const designee = delegable ? `, ${say(language, 'report.sanction.designee')}` : ''
  return [
    `${clause}  ${say(language, textCode)}${mark(language, own)}`,
    `${say(language, 'report.sanction.ranks', { ranks: holders })}${designee}`,
    ...reasons,
  ]
}
