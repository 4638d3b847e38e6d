import { msg } from '@lingui/core/macro'
import { choice, rows, text, area as textArea, whole } from '../../../parts/form/index.ts'

/** The fields that say where a zone is: what the map draws and what is typed are the same. */
export const areaFields = {
  shape: choice({
    label: msg`Shape`,
    required: true,
    options: [
      { value: 'circle', label: msg`A circle` },
      { value: 'corners', label: msg`An outline by its corners` },
      { value: 'file', label: msg`GeoJSON: several parts, or with holes` },
    ],
  }),
  lat: text({ label: msg`Latitude of the middle`, width: 'short', hint: msg`Degrees, such as 38.5816` }),
  lon: text({ label: msg`Longitude of the middle`, width: 'short', hint: msg`Degrees, such as -121.4944` }),
  radius: whole({ label: msg`Radius`, least: 1, most: 100_000, unit: msg`meters` }),
  corners: rows({
    label: msg`Corners`,
    add: msg`Add a corner`,
    row: msg`Corner`,
    of: {
      lat: text({ label: msg`Latitude`, width: 'short', required: true }),
      lon: text({ label: msg`Longitude`, width: 'short', required: true }),
    },
  }),
  geojson: textArea({ label: msg`GeoJSON`, most: 1_000_000, lines: 8 }),
}
