import { type ParameterName, type ParameterRow, parameterTable } from '@inlieu/watch'
import { z } from 'zod'

/** A number that the agency may set in place of its stated default. */
export interface NumberRow {
  name: string
  default: number
  unit: ParameterRow['unit'] | 'min'
  /** The clause or source, or `own` where it is ours. */
  source: string
  least: number
  most: number
  whole: boolean
}

/** Numbers that the agency sets, by name; what is not named stays at its default. */
export type Numbers = Record<string, number>

const limits: Readonly<Record<NumberRow['unit'], readonly [least: number, most: number, whole: boolean]>> = {
  m: [1, 5000, false],
  s: [1, 7 * 86_400, true],
  'm/s': [5, 400, false],
  fixes: [1, 60, true],
  share: [0.01, 1, false],
  h: [0.5, 72, false],
  min: [1, 1440, true],
  'g/dL': [0.001, 0.5, false],
  'g/dL/h': [0.001, 0.5, false],
  people: [1, 10_000, true],
  readings: [1, 48, true],
  'yes/no': [0, 1, true],
}

/** Where no time at all is a choice: a count of fixes alone, or no grace. */
const mayBeNone: ReadonlySet<string> = new Set<ParameterName>([
  'leaveSeconds',
  'enterSeconds',
  'returnSeconds',
  'startGrace',
  'testGrace',
  'rfGrace',
  'powerGrace',
])

const row = (
  name: string,
  of: { default: number; unit: NumberRow['unit']; source: string },
  less: Partial<NumberRow> = {},
): NumberRow => {
  const [least, most, whole] = limits[of.unit]
  return { name, ...of, least: mayBeNone.has(name) ? 0 : least, most, whole, ...less }
}

/** What the watch decides by, in the order of its own table (monitoring, parameters.ts). */
export const watchNumbers: readonly NumberRow[] = Object.entries(parameterTable).map(
  ([name, { default: value, unit, source }]) =>
    // What is older than the horizon comes too late: shorter, late evidence is lost; longer, a step grows slow.
    row(name, { default: value, unit, source }, name === 'horizon' ? { least: 600, most: 86_400 } : {}),
)

/** By what the staffing of the center is judged (EMP-7.1) and requests for help are timed (EMP-7.2). */
export const staffingNumbers = [
  row('operatorsAtLeast', { default: 1, unit: 'people', source: 'EMP-7.1, own' }, { most: 100 }),
  row('warnAheadHours', { default: 24, unit: 'h', source: 'EMP-7.1, own' }, { most: 168, whole: true }),
  row('askNextMinutes', { default: 10, unit: 'min', source: 'EMP-7.1, own' }),
  row('helpMinutes', { default: 15, unit: 'min', source: 'EMP-7.2, own' }),
] as const satisfies readonly NumberRow[]

export interface Staffing {
  /** Operators at their posts at any time, besides the supervisor. */
  operatorsAtLeast: number
  /** Hours before a gap in the plan within which supervisors are written to. */
  warnAheadHours: number
  /** Minutes until the next on the list is asked to fill a gap. */
  askNextMinutes: number
  /** Minutes in which a request for help by telephone is answered. */
  helpMinutes: number
}

export const defaultStaffing: Readonly<Staffing> = Object.freeze(
  Object.fromEntries(staffingNumbers.map((each) => [each.name, each.default])) as unknown as Staffing,
)

export const numbers = z.record(z.string().max(60), z.number('Type a number.'))

/** What is wrong with numbers against their table, by name; empty when they can be entered. */
export function numberProblems(
  rows: readonly NumberRow[],
  given: Numbers,
): { name: string; message: string }[] {
  const known = new Map(rows.map((each) => [each.name, each]))
  return Object.entries(given).flatMap(([name, value]) => {
    const message = numberProblem(known.get(name), value)
    return message === null ? [] : [{ name, message }]
  })
}

function numberProblem(of: NumberRow | undefined, value: number): string | null {
  if (!of) return 'There is no such number.'
  if (of.whole && !Number.isInteger(value)) return 'Type a whole number.'
  return value >= of.least && value <= of.most ? null : `From ${of.least} to ${of.most}.`
}
