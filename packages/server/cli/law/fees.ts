import { assessFees, type FeeInput, type FeeLine, type Language, resolveParameters, say } from '@inlieu/law'
import type { PackCommand } from './law-command.ts'
import { needed } from './options.ts'
import { dollars, headline, mark, reasonLine } from './text.ts'

/** `inlieu law fees PACK --on DAY`: the fees of a day, line by line. */
export const feesCommand: PackCommand = {
  about: 'pack',
  word: 'fees',
  usage: 'PACK --on DAY [--text] [--language es]',
  summary: 'Assess the fees of a day, line by line, with what they rest on.',
  reads: 'json',
  run: ({ pack, options, input }) => {
    const on = needed(options, 'on')
    const parameters = resolveParameters(pack, input.parameters, on)
    const sheet = assessFees(pack, parameters, input.rest as unknown as FeeInput, on)
    const outcome = sheet.chargedCents > 0 ? 'charged' : 'nothing-charged'
    return {
      json: { outcome, ...sheet, parameters },
      text: (language) => [
        headline(language, pack, on),
        say(language, 'report.fees.total', { charged: dollars(language, sheet.chargedCents) }),
        '',
        ...sheet.lines.map((line) => lineText(language, line)),
        ...sheet.notes.map((note) => reasonLine(language, note)),
      ],
    }
  },
}

function lineText(language: Language, line: FeeLine): string {
  const words = say(language, 'report.fees.line', {
    what: say(language, line.textCode),
    quantity: line.quantity,
    unit: dollars(language, line.unitCents),
    amount: dollars(language, line.amountCents),
    reason: say(language, line.reasonCode),
  })
  return `${line.clause}  ${words}${mark(language, line.own)}`
}
