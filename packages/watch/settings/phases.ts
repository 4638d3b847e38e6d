import { type PreparedArea, type Reach, reachOf } from '../geometry/index.ts'
import type { Parameters } from '../parameters.ts'
import { hoursInForce } from '../schedule/index.ts'
import type { Interval, Millis, Settings, Span, Zone } from '../types.ts'
import { areaOf, type PreparedTemplates } from './prepare.ts'

/** A zone in force, with its numbers at hand. */
export interface ActiveZone {
  id: string
  zone: Zone
  area: PreparedArea
  /** Since when it has been in force without a break; 0 when it always was. */
  since: Millis
  /** +1 when beyond is outside (inclusion), -1 when beyond is inside (exclusion). */
  side: 1 | -1
  buffer: number
  confirmFixes: number
  confirmMillis: number
}

/** A stretch of time in which the same zones, level and parameters are in force. */
export interface Phase extends Span {
  settings: Settings
  parameters: Parameters
  zones: readonly ActiveZone[]
  /** Of the zones, with their buffers and the least accurate fit fix as room: beyond it a fix is beyond the line. */
  reach: Reach
  templates: readonly PreparedTemplates[]
  /** Zones of templates that do not bind this person now (EMP-8.3). */
  exempt: ReadonlySet<string>
  /** The person must be at some place now: an inclusion zone is in force, or there are no hours at all. */
  confined: boolean
}

const DAY = 86_400_000
/** Schedules are compiled this many days at a time, with as much before and after so that no span is cut at its start. */
const CHUNK = 4 * DAY

/** One set of settings, from a change to the next. */
export class Regime {
  readonly from: Millis
  readonly to: Millis
  readonly settings: Settings
  readonly parameters: Parameters
  readonly templates: readonly PreparedTemplates[]
  private readonly compiled = new Map<number, Phase[]>()

  constructor(
    span: Span,
    settings: Settings,
    parameters: Parameters,
    templates: readonly PreparedTemplates[],
  ) {
    this.from = span.from
    this.to = span.to
    this.settings = settings
    this.parameters = parameters
    this.templates = templates
  }

  /** The phase that holds `at`, an instant of this regime. */
  phaseAt(at: Millis): Phase {
    const chunk = this.settings.schedule || this.settings.exceptions.length > 0 ? Math.floor(at / CHUNK) : -1
    let phases = this.compiled.get(chunk)
    if (!phases) {
      phases =
        chunk === -1 ? this.compile(this.from, this.to) : this.compile(chunk * CHUNK, (chunk + 1) * CHUNK)
      // A person's time goes forward: what lies far behind is not asked for again.
      if (this.compiled.size > 3) this.compiled.clear()
      this.compiled.set(chunk, phases)
    }
    return phases.find((phase) => at < phase.to) ?? phases.at(-1)!
  }

  private compile(from: Millis, to: Millis): Phase[] {
    const { settings } = this
    const around = { from: Math.max(from - CHUNK, 0), to: to + CHUNK }
    const hours = settings.worn
      ? hoursInForce(settings.zones, settings.schedule, settings.exceptions, around.from, around.to)
      : []
    const start = Math.max(from, this.from)
    const end = Math.min(to, this.to)
    const edges = new Set<Millis>([start, end])
    for (const span of [...hours, ...settings.exceptions]) {
      for (const edge of [span.from, span.to]) if (edge > start && edge < end) edges.add(edge)
    }
    const sorted = [...edges].sort((a, b) => a - b)
    // What had begun before the compiled stretch began long ago.
    const told = hours.map((span) => (span.from <= around.from ? { ...span, from: 0 } : span))
    return sorted.slice(0, -1).map((edge, place) => this.phase(edge, sorted[place + 1]!, told))
  }

  private phase(from: Millis, to: Millis, hours: readonly Interval[]): Phase {
    const zones: ActiveZone[] = []
    for (const zone of this.settings.zones) {
      const span = hours.find((one) => one.zone === zone.id && one.from <= from && from < one.to)
      const area = areaOf(zone)
      if (span && typeof area !== 'string') zones.push(activate(zone, area, span.from, this.parameters))
    }
    const { settings } = this
    return {
      from,
      to,
      settings,
      parameters: this.parameters,
      zones,
      reach: reachOf(
        zones.map((zone) => zone.area),
        zones.map((zone) => this.parameters.accuracyLimit + Math.max(0, zone.buffer)),
      ),
      templates: settings.worn ? this.templates : [],
      exempt: new Set(
        settings.exceptions.filter((span) => span.from <= from && from < span.to).map((span) => span.zone),
      ),
      confined:
        settings.worn &&
        (zones.some((zone) => zone.side === 1) || !settings.zones.some((zone) => zone.rule === 'inclusion')),
    }
  }
}

/** A zone with the numbers that decide about it: its own, or the agency's. */
export function activate(zone: Zone, area: PreparedArea, since: Millis, parameters: Parameters): ActiveZone {
  const inclusion = zone.rule === 'inclusion'
  return {
    id: zone.id,
    zone,
    area,
    since,
    side: inclusion ? 1 : -1,
    buffer: zone.buffer ?? 0,
    confirmFixes: zone.confirm?.fixes ?? (inclusion ? parameters.leaveFixes : parameters.enterFixes),
    confirmMillis:
      (zone.confirm?.seconds ?? (inclusion ? parameters.leaveSeconds : parameters.enterSeconds)) * 1000,
  }
}
