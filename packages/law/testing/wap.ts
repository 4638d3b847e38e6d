/** What the tests of the Work Alternative pack share. */
import { pack, resolveParameters } from '../index.ts'
import type { ParameterOverride, Parameters } from '../types.ts'

export const wap = pack('contra-costa/work-alternative')

/** A Monday. */
export const ON = '2026-03-02'

/** The parameters of a day, with a county's values for some of them. */
export function parametersOf(values: Readonly<Record<string, number | string>> = {}, on = ON): Parameters {
  const overrides = Object.entries(values).map(
    ([name, value]): ParameterOverride => ({
      name,
      value,
      from: '1995-01-03',
      authority: 'Board of Supervisors',
      resolution: '2026/1',
    }),
  )
  return resolveParameters(wap, overrides, on)
}
