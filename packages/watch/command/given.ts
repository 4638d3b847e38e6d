import { readFileSync } from 'node:fs'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Settings, TrackingLevel } from '../types.ts'
import { readParameters } from './parameters.ts'
import { readTrack } from './readers/index.ts'
import { Refusal } from './refusal.ts'
import { type Replay, replay } from './replay.ts'
import { readSchedule } from './schedule.ts'
import { readZones } from './zones.ts'

/** The usage of the commands that run a track. */
export const GIVEN =
  '--zones ZONES.geojson [--schedule SCHEDULE.json] [--params PARAMS.json] [--level LEVEL] TRACK'

const OPTIONS = {
  zones: { type: 'string' },
  schedule: { type: 'string' },
  params: { type: 'string' },
  level: { type: 'string' },
} as const

/** A track that was run, and by what. */
export interface Replayed {
  file: string
  settings: Partial<Settings>
  result: Replay
}

/** Reads the files that the arguments name, and runs the track. Throws `Refusal`. */
export function replayGiven(command: { word: string; usage: string }, args: readonly string[]): Replayed {
  const { values, positionals } = argumentsOf(command, args, OPTIONS, 1)
  const file = positionals[0]!
  if (values.zones === undefined) throw new Refusal('The command', 'It names no zones.', usageOf(command))
  const zones = readZones(bytesOf(values.zones), values.zones)
  const settings: Partial<Settings> = { zones, level: levelOf(values.level) }
  if (values.schedule !== undefined) {
    const ids = zones.map(({ id }) => id)
    settings.schedule = readSchedule(bytesOf(values.schedule), values.schedule, ids)
  }
  if (values.params !== undefined) {
    settings.parameters = readParameters(bytesOf(values.params), values.params)
  }
  return { file, settings, result: replay(settings, readTrack(bytesOf(file), file)) }
}

const usageOf = ({ word, usage }: { word: string; usage: string }): string =>
  `Usage: inlieu watch ${word} ${usage}`

/** Reads the arguments of a command. Throws `Refusal` with its usage. */
export function argumentsOf<const O extends ParseArgsOptionsConfig>(
  command: { word: string; usage: string },
  args: readonly string[],
  options: O,
  count: number,
) {
  const read = () => parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  let found: ReturnType<typeof read>
  try {
    found = read()
  } catch (error) {
    throw new Refusal('The command', `${(error as Error).message.split('. ')[0]}.`, usageOf(command))
  }
  if (found.positionals.length === count) return found
  const what = `It names ${found.positionals.length} ${found.positionals.length === 1 ? 'track' : 'tracks'}, and ${count} is right.`
  throw new Refusal('The command', what, usageOf(command))
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const what = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`
    throw new Refusal(file, what, 'Check the name.')
  }
}

const levels: readonly TrackingLevel[] = ['active', 'passive', 'on-demand']

function levelOf(value: string | undefined): TrackingLevel {
  const level = levels.find((known) => known === (value ?? 'active'))
  if (level !== undefined) return level
  throw new Refusal('--level', `There is no level "${value}".`, `Use one of ${levels.join(', ')}.`)
}
