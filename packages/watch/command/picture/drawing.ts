import type { Happening, Zone } from '../../types.ts'
import type { Replay } from '../replay.ts'
import { escaped } from './escaped.ts'
import { type Plan, planOf, ringsOf } from './plan.ts'
import { drawingStyle } from './style.ts'

/** Pixels of the longer side. Lines and letters are measured in them, places in metres. */
const SIDE = 1000

/** The track with its accuracy, the zones, and where things happened, as SVG that stands by itself. */
export function drawingOf({ track, happenings }: Replay, zones: readonly Zone[]): string {
  const shown = track.flatMap(({ fix: { lat, lon, accuracy = 0 }, aside }) =>
    lat === null || lon === null || (aside !== undefined && !drawnAside.has(aside))
      ? []
      : [{ lat, lon, accuracy, aside }],
  )
  const plan = planOf(
    shown.filter(({ aside }) => aside === undefined).map((one) => ({ ...one, metres: one.accuracy })),
    zones,
  )
  const pixel = Math.max(plan.width, plan.height) / SIDE
  const fit = shown.filter(({ aside }) => aside === undefined)
  const line = fit.map(({ lat, lon }) => `${at(plan.x(lon))},${at(plan.y(lat))}`).join(' ')
  const circles = shown.map(
    ({ lat, lon, accuracy }) =>
      `<circle class="accuracy" cx="${at(plan.x(lon))}" cy="${at(plan.y(lat))}" r="${at(accuracy)}"/>`,
  )
  const dots = shown.map(
    ({ lat, lon, aside }) =>
      `<circle class="${aside === undefined ? 'fix' : 'aside'}" cx="${at(plan.x(lon))}" cy="${at(plan.y(lat))}" r="${at(2 * pixel)}"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(plan.width)} ${at(plan.height)}" role="img" aria-label="The track, the zones, and where things happened">`,
    `<style>${drawingStyle}</style>`,
    `<g stroke-width="${at(1.5 * pixel)}">`,
    ...zones.map((zone) => zoneOf(zone, plan, pixel)),
    ...circles,
    `<polyline class="track" points="${line}"/>`,
    ...dots,
    ...happenings.map((happening, place) => markOf(happening, place + 1, plan, pixel)),
    scaleOf(plan, pixel),
    '</g>',
    '</svg>',
  ].join('\n')
}

/** Set aside and still a place on the map. */
const drawnAside: ReadonlySet<string> = new Set(['accuracy', 'impossible-speed', 'last-known', 'too-late'])

/** Metres to the decimetre. */
const at = (metres: number): string => String(Math.round(metres * 10) / 10)

function zoneOf(zone: Zone, plan: Plan, pixel: number): string {
  const { id, rule, area, buffer = 0 } = zone
  const label = (x: number, y: number) =>
    `<text class="name" x="${at(x)}" y="${at(y)}" font-size="${at(14 * pixel)}">${escaped(zone.name ?? id)}</text>`
  if (area.kind === 'circle') {
    const [x, y] = [plan.x(area.center[0]), plan.y(area.center[1])]
    const circle = `<circle class="${rule}" cx="${at(x)}" cy="${at(y)}" r="${at(area.radius + buffer)}"/>`
    return `${circle}${label(x, y - area.radius - buffer - 4 * pixel)}`
  }
  const rings = ringsOf(area)
  const path = rings
    .map((ring) => `M${ring.map(([lon, lat]) => `${at(plan.x(lon))} ${at(plan.y(lat))}`).join('L')}Z`)
    .join('')
  const first = rings[0]![0]!
  const outer =
    buffer > 0 ? `<path class="${rule} buffer" stroke-width="${at(2 * buffer)}" d="${path}"/>` : ''
  return `${outer}<path class="${rule}" fill-rule="evenodd" d="${path}"/>${label(plan.x(first[0]), plan.y(first[1]) - 4 * pixel)}`
}

function markOf(happening: Happening, number: number, plan: Plan, pixel: number): string {
  const fix = happening.evidence.fixes.find((one) => one.at === happening.at) ?? happening.evidence.fixes[0]
  if (!fix) return ''
  const [x, y] = [plan.x(fix.lon), plan.y(fix.lat)]
  const style = happening.withdrawn ? 'mark withdrawn' : `mark ${happening.severity}`
  return [
    `<circle class="${style}" cx="${at(x)}" cy="${at(y)}" r="${at(9 * pixel)}"/>`,
    `<text class="number" x="${at(x)}" y="${at(y + 4 * pixel)}" font-size="${at(11 * pixel)}">${number}</text>`,
  ].join('')
}

/** A bar of a round length, about a fifth of the width. */
function scaleOf(plan: Plan, pixel: number): string {
  const ten = 10 ** Math.floor(Math.log10(plan.width / 5))
  const metres = [5, 2, 1].map((times) => times * ten).find((length) => length <= plan.width / 5) ?? ten
  const [x, y] = [12 * pixel, plan.height - 12 * pixel]
  const says = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
  return `<path class="scale" d="M${at(x)} ${at(y)}h${at(metres)}"/><text x="${at(x)}" y="${at(y - 6 * pixel)}" font-size="${at(12 * pixel)}">${says}</text>`
}
