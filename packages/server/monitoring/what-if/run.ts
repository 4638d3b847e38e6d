import { setImmediate } from 'node:timers/promises'
import { type Happening, type Input, initialState, step, type TemplateLibrary } from '@inlieu/watch'

/** Inputs of one go: the office answers others in between. */
const atOnce = 2000

/**
 * What the watch makes of these inputs: the one reducer, the same as live. Each happening as it was said last; those
 * that later evidence took back, or that belong to an earlier one, are left out.
 * @param to epoch milliseconds until which time passes
 */
export async function run(
  person: string,
  inputs: readonly Input[],
  library: TemplateLibrary,
  to: number,
): Promise<Happening[]> {
  const said = new Map<string, Happening>()
  let state = initialState(person)
  const give = (some: readonly Input[]): void => {
    const out = step(state, some, library)
    state = out.state
    for (const happening of out.happenings) said.set(happening.key, happening)
  }
  for (let first = 0; first < inputs.length; first += atOnce) {
    give(inputs.slice(first, first + atOnce))
    await setImmediate()
  }
  give([{ kind: 'tick', key: 'what-if-ends', at: to, received: to }])
  return [...said.values()].filter(({ withdrawn, joined }) => !withdrawn && joined === undefined)
}
