import { type ParameterName, type Parameters, parameterTable } from '../parameters.ts'
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
    if (!Object.hasOwn(parameterTable, name)) {
      throw new Refusal(`${file}: ${name}`, 'There is no such parameter.', WHAT_TO_DO)
    }
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) {
      const { unit } = parameterTable[name as ParameterName]
      throw new Refusal(
        `${file}: ${name}`,
        `"${short(number)}" is no number of 0 or more.`,
        `Give it in ${unit}, as a number.`,
      )
    }
    found[name as ParameterName] = number
  }
  return found
}
