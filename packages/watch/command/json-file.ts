import { decode } from './readers/decode.ts'
import { Refusal } from './refusal.ts'

/** The object that a JSON file holds. Throws `Refusal` where it is none. */
export function jsonObject(bytes: Uint8Array, file: string, whatToDo: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(decode(bytes).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refusal(file, `It is not JSON (${(error as Error).message}).`, whatToDo)
  }
  if (isObject(value)) return value
  throw new Refusal(file, 'It is no JSON object.', whatToDo)
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
