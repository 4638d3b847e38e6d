import { type Day, LawInputError, type Pack, type Parameters, resolveParameters } from '@inlieu/law'
import type { LawInput } from './input.ts'
import type { LawOptions } from './options.ts'

/**
 * The day of a command whose input may say it: `--on`, or `on` beside the rest. Nothing here reads a clock.
 * Throws where neither says it, or both do and differ.
 */
export function dayAndRest(
  options: LawOptions,
  input: LawInput,
): { readonly on: Day; readonly rest: Readonly<Record<string, unknown>> } {
  const { on: within, ...rest } = input.rest
  const wrong = (message: string) => new LawInputError('The day', [{ path: 'on', message }])
  if (within !== undefined && options.on !== undefined && within !== options.on)
    throw wrong(`is ${String(within)} in the input and ${options.on} in the command`)
  const on = options.on ?? within
  if (typeof on !== 'string') throw wrong('say the day: --on YYYY-MM-DD, or "on" in the input')
  return { on, rest }
}

/**
 * The parameters of a day that the input says under `path`, so that a message about the day names its place.
 * Throws `LawInputError` as `resolveParameters` does.
 */
export function parametersOn(pack: Pack, input: LawInput, on: Day, path: string): Parameters {
  try {
    return resolveParameters(pack, input.parameters, on)
  } catch (error) {
    if (!(error instanceof LawInputError) || !error.message.startsWith('day:')) throw error
    throw new LawInputError(
      'The input',
      error.problems.map(({ message }) => ({ path, message })),
    )
  }
}
