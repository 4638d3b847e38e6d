import type { Plugin } from 'vite'
import { type Prepared, prepareBase } from './prepare.ts'

const index = 'virtual:map-base'

/**
 * Gives the pages `virtual:map-base`: the outline of the states, and each state as a file of its own that is loaded when
 * the map comes to it.
 */
export function mapBase(): Plugin {
  let prepared: Prepared | undefined
  return {
    name: 'inlieu-map-base',
    // Filtered before we are asked: there are a thousand other files.
    resolveId: { filter: { id: /^virtual:map-base/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /virtual:map-base/ },
      handler(id) {
        prepared ??= prepareBase()
        const state = prepared.states.find((one) => id === `\0${index}/${one.id}`)
        return state ? `export default ${asParsed(state.base)}` : indexOf(prepared)
      },
    },
  }
}

function indexOf({ outline, states }: Prepared): string {
  const entries = states.map(
    ({ id, name, box }) =>
      `{ id: '${id}', name: ${JSON.stringify(name)}, box: ${JSON.stringify(box)}, load: () => import('${index}/${id}') }`,
  )
  return `export const outline = ${asParsed(outline)}\nexport const states = [${entries.join(',\n')}]`
}

/** JSON that is parsed is read several times faster than the same as a program. */
const asParsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
