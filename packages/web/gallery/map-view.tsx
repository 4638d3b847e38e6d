import { useState } from 'react'
import { CountyMap } from '../parts/map/county-map.tsx'
import { type Mark, type Shape, shapes, type Tone } from '../parts/map/types.ts'
import { Page } from '../parts/page/page.tsx'

const tones: Tone[] = ['plain', 'accent', 'settled', 'wait', 'now']

function markAt(i: number, lat: number, lon: number): Mark {
  const shape: Shape = shapes[i % shapes.length]!
  return { id: `p${i}`, lat, lon, shape, tone: tones[i % 5]!, word: shape, name: `Person ${i}` }
}

const few = shapes.map((_, i) => markAt(i, 38.56 + (i % 4) * 0.012, -121.52 + i * 0.012))
// Spread without chance, so that two looks are alike.
const many = Array.from({ length: 30_000 }, (_, i) => ({
  ...markAt(i, 32.6 + ((i * 0.618034) % 1) * 9, -123.5 + ((i * 0.754878) % 1) * 8),
  ...(i % 40 === 0 ? { tone: 'now' as const, shape: 'triangle' as const } : { tone: 'settled' as const }),
}))

export function MapView() {
  const [picked, setPicked] = useState<string | null>('p4')
  return (
    <Page title="Map" lead="Marks, areas, circles and lines; and thirty thousand">
      <CountyMap
        label="A day"
        marks={few}
        picked={picked}
        onPick={setPicked}
        circles={few.map(({ id, lat, lon }, i) => ({ id, lat, lon, radius: 60 + i * 60 }))}
        areas={[
          {
            id: 'home',
            name: 'Home',
            rule: 'inclusion',
            form: { kind: 'circle', center: [-121.5, 38.57], radius: 400 },
          },
          {
            id: 'school',
            name: 'School, stay away',
            rule: 'exclusion',
            form: {
              kind: 'polygon',
              coordinates: [
                [
                  [-121.47, 38.59],
                  [-121.45, 38.59],
                  [-121.45, 38.6],
                  [-121.47, 38.605],
                ],
              ],
            },
          },
        ]}
        lines={[
          { id: 'a', kind: 'track', points: few.slice(0, 4).map(({ lon, lat }) => [lon, lat] as const) },
          { id: 'b', kind: 'gap', points: few.slice(3, 6).map(({ lon, lat }) => [lon, lat] as const) },
        ]}
      />
      <CountyMap label="Thirty thousand" marks={many} clusters />
    </Page>
  )
}
