import { type ParameterName, type Parameters, parameterProblem } from '../parameters.ts'
import { jsonObject } from './json-file.ts'
import { short } from './readers/values.ts'
import { Refusal } from './refusal.ts'

const WHAT_TO_DO = 'Give names and numbers, such as {"leaveFixes": 4}. "inlieu watch schema" prints them all.'

/**
 * Parameters from JSON, those that differ from the defaults.
 *
 * @throws Refusal with the first thing that is wrong, where, and what to do
 */
export function readParameters(bytes: Uint8Array, file: string): Partial<Parameters> {
  return parametersOf(jsonObject(bytes, file, WHAT_TO_DO), file)
}

/** The same from parsed JSON. */
export function parametersOf(value: Record<string, unknown>, file: string): Partial<Parameters> {
  const found: Partial<Parameters> = {}
  for (const [name, number] of Object.entries(value)) {
    const problem = parameterProblem(name, number)
    if (problem)
      throw new Refusal(`${file}: ${name}`, `"${short(number)}" does not fit: ${problem}.`, WHAT_TO_DO)
    found[name as ParameterName] = number as number
  }
  return found
}
