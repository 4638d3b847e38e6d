import type { EndingDefinition } from '../../../sanctions/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

function ending(
  name: string,
  clause: string,
  decision: EndingDefinition['decision'],
  also: { readonly restInCustody?: boolean; readonly own?: boolean } = {},
): EndingDefinition {
  return {
    name,
    clause,
    own: also.own ?? false,
    decision,
    restInCustody: also.restInCustody ?? true,
    goodTimeLoss: false,
    textCode: `ars.ending.${name}` as WordingCode,
  }
}

/** Served to its end, and withdrawn: ours, beside the endings of the text. */
const ours: readonly EndingDefinition[] = [
  ending('completed', 'ARS-A', null, { restInCustody: false, own: true }),
  ending('withdrawn', 'ARS-A', null, { own: true }),
]

/** Coded by the paragraph, each with the body that decides: the sheriff. */
export const sheriffEndings: readonly EndingDefinition[] = [
  ...ours,
  ending('I', 'ARS-I', 'termination'),
  ending('Q', 'ARS-Q', 'program-termination', { own: true }),
]

/** The court; `O.2` is for home detention alone. */
export const courtEndings: readonly EndingDefinition[] = [
  ending('O.1', 'ARS-O.1', 'return-to-custody'),
  ending('P', 'ARS-P', 'return-to-custody'),
]
export const leftPremises: EndingDefinition = ending('O.2', 'ARS-O.2', 'return-to-custody')
