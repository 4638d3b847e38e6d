import { kindNames, kinds } from '../kinds.ts'
import { type ParameterName, parameterTable } from '../parameters.ts'

const ends = {
  'by-a-person': 'by a person',
  'by-evidence': 'by evidence',
  'at-once': 'at once',
} as const

/** The kinds of happenings and the parameters, with their defaults, as two tables. */
export function schemaText(): string {
  const names = Object.keys(parameterTable) as ParameterName[]
  return [
    'Kinds of happenings',
    ...table([
      ['kind', 'severity', 'ends', 'it says', 'source'],
      ...kindNames.map((name) => {
        const { severity, ends: end, says, source } = kinds[name]
        return [name, severity, ends[end], says, source]
      }),
    ]),
    '',
    'Parameters',
    ...table([
      ['parameter', 'default', 'unit', 'what it decides', 'source'],
      ...names.map((name) => {
        const { default: value, unit, says, source } = parameterTable[name]
        return [name, String(value), unit, says, source]
      }),
    ]),
  ].join('\n')
}

/** The same as JSON, for programs. */
export const schemaJson = (): string => JSON.stringify({ kinds, parameters: parameterTable }, null, 2)

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
