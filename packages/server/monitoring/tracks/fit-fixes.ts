import { type Fix, type Input, initialState, type SettingInput, step } from '@inlieu/watch'

/** What a position's fitness hangs on; zones and hours have no part in it. */
const decides = ['parameters', 'positions', 'devices', 'worn', 'level'] as const

/**
 * Why each position was unfit for a decision, by its key: the watch itself is asked, with the numbers that were in
 * force (monitoring rule 2). A position that is not in the answer is fit.
 * @param inputs in the order in which they came: what came too late for a decision is told from that
 */
export function unfitFixes(personId: string, inputs: readonly Input[]): Map<string, string> {
  const judged = inputs.flatMap((input): Input[] =>
    input.kind === 'fix' ? [input] : input.kind === 'setting' ? [bare(input)] : [],
  )
  const unfit = new Map<string, string>()
  let state = initialState(personId)
  for (const together of Map.groupBy(judged, ({ received }) => received).values()) {
    const out = step(state, together)
    state = out.state
    for (const { key, reason } of out.setAside) unfit.set(key, reason)
  }
  return unfit
}

function bare(input: SettingInput): SettingInput {
  const change = Object.fromEntries(
    decides.filter((name) => name in input.change).map((name) => [name, input.change[name]]),
  )
  return { ...input, change }
}

/** The positions among the inputs, in the order in which they were measured. */
export const fixesOf = (inputs: readonly Input[]): Fix[] =>
  inputs.filter((input): input is Fix => input.kind === 'fix').sort((a, b) => a.at - b.at)
