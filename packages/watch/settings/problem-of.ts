import { parameterProblem } from '../parameters.ts'
import { compileLeave, compileSchedule } from '../schedule/index.ts'
import type { Settings, Span, TemplateLibrary, WeeklySchedule, Zone } from '../types.ts'
import { areaOf, templatesOf } from './prepare.ts'

/** What is wrong with a change, in words, or null. A change with a fault is set aside whole, never applied in part. */
export function problemOf(change: Partial<Settings>, library: TemplateLibrary = {}): string | null {
  return (
    problemOfLength(change) ??
    problemOfZones(change.zones ?? []) ??
    problemOfTemplates(change.templates ?? [], library) ??
    problemOfParameters(change.parameters ?? {}) ??
    problemOfSpans('exceptions', change.exceptions ?? []) ??
    problemOfSpans('tests', change.tests ?? []) ??
    problemOfUnit(change) ??
    (change.schedule ? problemOfSchedule(change.schedule) : null)
  )
}

/** Own zones of one person, and other things of a kind. More is a mistake; zones of a group are a template set. */
const MOST = 2_000

function problemOfLength(change: Partial<Settings>): string | null {
  for (const name of ['zones', 'templates', 'exceptions', 'tests', 'devices'] as const) {
    const { length } = change[name] ?? []
    if (length > MOST) return `${name}: there are ${length}, and ${MOST} is the most`
  }
  return null
}

function problemOfZones(zones: readonly Zone[]): string | null {
  const ids = new Set<string>()
  for (const zone of zones) {
    const area = areaOf(zone)
    if (typeof area === 'string') return area
    if (zone.rule !== 'inclusion' && zone.rule !== 'exclusion')
      return `zone ${zone.id}: there is no rule ${zone.rule}`
    if (zone.buffer !== undefined && !Number.isFinite(zone.buffer))
      return `zone ${zone.id}: the buffer is no number`
    if (ids.has(zone.id)) return `zone ${zone.id} is there twice`
    ids.add(zone.id)
  }
  return null
}

function problemOfTemplates(names: readonly string[], library: TemplateLibrary): string | null {
  for (const name of names) {
    const found = templatesOf(name, library)
    if (typeof found === 'string') return found
  }
  return null
}

function problemOfParameters(parameters: Settings['parameters']): string | null {
  for (const [name, value] of Object.entries(parameters)) {
    const problem = parameterProblem(name, value)
    if (problem) return `parameter ${name}: ${problem}`
  }
  return null
}

function problemOfSpans(name: 'exceptions' | 'tests', spans: readonly Span[]): string | null {
  const place = spans.findIndex(
    ({ from, to }) => !(Number.isFinite(from) && Number.isFinite(to) && from < to),
  )
  return place < 0 ? null : `${name}[${place}]: from and to must be instants, to after from`
}

const levels: readonly unknown[] = ['active', 'passive', 'on-demand'] satisfies Settings['level'][]

function problemOfUnit({ level, worn, positions }: Partial<Settings>): string | null {
  if (level !== undefined && !levels.includes(level)) return `there is no level ${level}`
  if (worn !== undefined && typeof worn !== 'boolean') return 'worn is neither true nor false'
  if (positions !== undefined && typeof positions !== 'boolean') return 'positions is neither true nor false'
  return null
}

function problemOfSchedule(schedule: WeeklySchedule): string | null {
  try {
    compileSchedule(schedule, 0, 1)
    compileLeave(schedule)
    return null
  } catch (error) {
    return `schedule: ${error instanceof Error ? error.message : String(error)}`
  }
}
