import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import type { Accuracy, AreaForm, Corner, MapArea, MapLine, Mark } from '../../../parts/map/types.ts'
import { type AlarmLooking, lookingOf, type Sitting } from '../parts/sitting.ts'

/** What a look at a day is recorded for: a sitting, or the alarm from which it was opened. */
export type DayLooking = Sitting | AlarmLooking

/** What a request says of it. */
export const dayLookingOf = (looking: DayLooking) =>
  looking.purpose === 'alarm' ? looking : lookingOf(looking)

/** Asks for a person's day; the office records the look. */
export const askDay = (looking: DayLooking, personId: string, date: string) =>
  api.POST('/api/monitoring/people/{personId}/days/{date}', {
    params: { path: { personId, date } },
    body: { looking: dayLookingOf(looking) },
  })

/** The office's answer for a day. */
export type DayAnswer = NonNullable<Awaited<ReturnType<typeof askDay>>['data']>

/** One position of the day. Times are epoch milliseconds, lengths metres. */
export type DayFix = {
  at: number
  delay: number
  unit: number
  lat: number | null
  lon: number | null
  accuracy: number | null
  speed: number | null
  /** Hundredths. */
  battery: number | null
  unfit: string | null
}

/** A position that a decision may rest on. */
export type FitFix = DayFix & { lat: number; lon: number; unfit: null }

/** The columns as positions, in the order in which they were measured. */
export const fixesOf = ({ fixes }: DayAnswer): DayFix[] =>
  fixes.at.map((at, i) => ({
    at,
    delay: fixes.delay[i] ?? 0,
    unit: fixes.unit[i] ?? -1,
    lat: fixes.lat[i] ?? null,
    lon: fixes.lon[i] ?? null,
    accuracy: fixes.accuracy[i] ?? null,
    speed: fixes.speed[i] ?? null,
    battery: fixes.battery[i] ?? null,
    unfit: fixes.unfit[i] ?? null,
  }))

export const isFit = (fix: DayFix): fix is FitFix =>
  fix.unfit === null && fix.lat !== null && fix.lon !== null

export const millisOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds

/** The way: full lines between positions that follow each other, broken ones across what is not known. */
export function linesOf(answer: DayAnswer, fixes: readonly DayFix[]): MapLine[] {
  const gaps = answer.gaps.map(({ from, to }) => [millisOf(from), millisOf(to)] as const)
  const lines: MapLine[] = []
  let points: Corner[] = []
  let last: FitFix | null = null
  const end = (): void => {
    if (points.length > 1) lines.push({ id: `track-${lines.length}`, kind: 'track', points })
    points = []
  }
  for (const fix of fixes.filter(isFit)) {
    const before = last
    if (before && gaps.some(([from, to]) => from === before.at && to === fix.at)) {
      end()
      lines.push({
        id: `gap-${lines.length}`,
        kind: 'gap',
        tone: 'wait',
        points: [
          [before.lon, before.lat],
          [fix.lon, fix.lat],
        ],
      })
    }
    points.push([fix.lon, fix.lat])
    last = fix
  }
  end()
  return lines
}

/** The zones as they stood at a moment. The published document knows a corner as a list of numbers only. */
export const areasOf = ({ zones }: DayAnswer, at: number): MapArea[] =>
  zones
    .filter(({ from, to }) => millisOf(from) <= at && at < millisOf(to))
    .map(({ id, name, rule, area }) => ({ id, name, rule, form: area as unknown as AreaForm }))

/** Half of the time around the moment of which the accuracy is drawn: all of a day would hide the map. */
const around = 30 * 60_000

/** How exact the positions around a moment are. */
export const circlesOf = (fixes: readonly DayFix[], at: number): Accuracy[] =>
  fixes.flatMap((fix, i): Accuracy[] =>
    fix.lat === null || fix.lon === null || fix.accuracy === null || Math.abs(fix.at - at) > around
      ? []
      : [
          {
            id: String(i),
            lat: fix.lat,
            lon: fix.lon,
            radius: fix.accuracy,
            tone: fix.unfit === null ? 'accent' : 'wait',
          },
        ],
  )

type MarkWords = {
  stop: (minutes: number) => string
  unfit: string
  here: string
  time: (at: number) => string
}

/** Stops as squares, unfit positions as small crosses, and where the person was at the moment. */
export function marksOf(
  answer: DayAnswer,
  fixes: readonly DayFix[],
  here: DayFix | null,
  words: MarkWords,
): Mark[] {
  const stops = answer.stops.map(({ from, to, lat, lon }, i): Mark => {
    const minutes = Math.round((millisOf(to) - millisOf(from)) / 60_000)
    return {
      id: `stop-${i}`,
      lat,
      lon,
      shape: 'square',
      tone: 'accent',
      word: words.stop(minutes),
      name: words.time(millisOf(from)),
    }
  })
  const unfit = fixes.flatMap((fix, i): Mark[] =>
    fix.unfit === null || fix.lat === null || fix.lon === null || (fix.lat === 0 && fix.lon === 0)
      ? []
      : [
          {
            id: `fix-${i}`,
            lat: fix.lat,
            lon: fix.lon,
            shape: 'cross',
            tone: 'wait',
            word: '',
            name: `${words.time(fix.at)}, ${words.unfit}`,
            isSmall: true,
          },
        ],
  )
  const now: Mark[] =
    here?.lat != null && here.lon != null
      ? [
          {
            id: 'here',
            lat: here.lat,
            lon: here.lon,
            shape: here.unfit === null ? 'circle' : 'cross',
            tone: here.unfit === null ? 'accent' : 'wait',
            word: words.time(here.at),
            name: words.here,
          },
        ]
      : []
  return [...stops, ...unfit, ...now]
}

/** The last position at or before a moment; the first of the day before there is one. */
export function fixAt(fixes: readonly DayFix[], at: number): DayFix | null {
  return (
    fixes.findLast((fix) => fix.at <= at && fix.lat !== null) ?? fixes.find(({ lat }) => lat !== null) ?? null
  )
}
