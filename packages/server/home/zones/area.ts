import { type Area, prepareArea } from '@inlieu/watch'
import { z } from 'zod'
import { fieldProblem } from '../../platform/problem.ts'

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position).max(2000, 'At most 2,000 corners.')
const rings = z.array(ring).max(100, 'At most 100 outlines.')

/** Where a zone is, as GeoJSON writes places: longitude first, degrees WGS 84. A radius is in metres. */
export const areaSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), center: position, radius: z.number() }),
  z.strictObject({ kind: z.literal('polygon'), coordinates: rings }),
  z.strictObject({
    kind: z.literal('multipolygon'),
    coordinates: z.array(rings).max(50, 'At most 50 parts.'),
  }),
])

/**
 * Lets pass an area that the watch can decide by; the watch itself is asked.
 * @param path the field of the form that the area was drawn in
 * @throws Problem `cannot-be` at `path`, in words: what is wrong, where in the drawing and what to do
 */
export function checkArea(area: Area, path: string): void {
  const prepared = prepareArea(area)
  if (prepared.ok) return
  const { where, what, whatToDo } = prepared.problem
  throw fieldProblem(path, [placeInWords(area.kind, where), what, whatToDo].filter(Boolean).join(' '))
}

/** Which part, hole and corner of a drawing is meant, each only where there may be several. */
function placeInWords(kind: Area['kind'], where: string): string {
  const numbers = [...where.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))
  const part = kind === 'multipolygon' ? numbers.shift() : undefined
  const [outline, corner] = numbers
  const words = [
    part === undefined ? '' : `part ${part + 1}`,
    outline === undefined || outline === 0 ? '' : `hole ${outline}`,
    corner === undefined ? '' : `corner ${corner + 1}`,
  ].filter(Boolean)
  const said = words.join(', ')
  return said === '' ? '' : `${said[0]!.toUpperCase()}${said.slice(1)}:`
}
