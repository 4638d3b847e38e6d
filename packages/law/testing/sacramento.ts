/** What the tests of Sacramento's packs share. */
import { pack, resolveParameters } from '../index.ts'
import type { Pack, ParameterOverride, Parameters, ParameterValue } from '../types.ts'

export const workProject = pack('sacramento/work-project')
export const home = pack('sacramento/home-detention')
export const expanded = pack('sacramento/home-detention-expanded')
export const asp = pack('sacramento/alternative-sentencing')
export const pretrialSheriff = pack('sacramento/pretrial-sheriff')
export const pretrialCourt = pack('sacramento/pretrial-court')

/** A Monday. */
export const ON = '2026-03-02'
/** The last day before AB 1869. */
export const BEFORE_REPEAL = '2021-06-30'

/** A county's values, from the day the packs begin. */
export const overridesOf = (values: Readonly<Record<string, ParameterValue>>): readonly ParameterOverride[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    value,
    from: '2020-01-01',
    authority: 'Board of Supervisors',
    resolution: '2026/1',
  }))

export const parametersOf = (
  p: Pack,
  values: Readonly<Record<string, ParameterValue>> = {},
  on = ON,
): Parameters => resolveParameters(p, overridesOf(values), on)
