import { Refusal } from '../refusal.ts'
import { readCsv } from './csv.ts'
import { decode } from './decode.ts'
import { readGeoJson } from './geojson.ts'
import { readGpx } from './gpx.ts'
import { readOwnTracks } from './owntracks.ts'
import type { ReadTrack } from './record.ts'
import { withoutStrays } from './strays.ts'

export type { Complaint, ReadTrack, TrackRecord } from './record.ts'

/**
 * A track from a file of any of the kinds there are, told by its name, and where the name does not tell by its beginning.
 *
 * @param file its name, for messages
 * @throws Refusal when it is of none of them
 */
export function readTrack(bytes: Uint8Array, file: string): ReadTrack {
  const text = decode(bytes)
  if (text.trim() === '') return { records: [], complaints: [] }
  return withoutStrays(readerOf(file, text)(text, file))
}

type Reader = (text: string, file: string) => ReadTrack

function readerOf(file: string, text: string): Reader {
  const name = file.toLowerCase()
  if (name.endsWith('.gpx')) return readGpx
  if (name.endsWith('.geojson')) return readGeoJson
  if (name.endsWith('.rec')) return readOwnTracks
  if (name.endsWith('.csv') || name.endsWith('.tsv')) return readCsv
  const begins = text.trimStart()
  if (begins.startsWith('<')) return readGpx
  if (/^\{[^\n]*"_type"/.test(begins) || /^\d{4}-\d\d-\d\dT\S*\t/.test(begins)) return readOwnTracks
  if (begins.startsWith('{')) return readGeoJson
  if (/^[^\n]*\btime/i.test(begins)) return readCsv
  throw new Refusal(
    file,
    'It is no track that can be read.',
    'Give GPX, GeoJSON, OwnTracks .rec, or CSV with named columns.',
  )
}
