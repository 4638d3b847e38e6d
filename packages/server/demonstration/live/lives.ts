import { type Circumstances, type Simulated, simulate, type TrueSpan, type Truth } from '@inlieu/simulator'
import type { DeviceInput, Fix } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { timeZone } from '../found-office.ts'
import { type Participant, seedOf } from '../sacramento/participants.ts'
import { parks, schools } from '../sacramento/schools.ts'

/** What a unit measured, in the office's time. */
export type Measured = Fix | DeviceInput

/** Something that was so of somebody, whatever the watch makes of it. */
export interface KnownTruth extends TrueSpan {
  kind: keyof Truth
}

const HOUR = 3_600_000
/** A strap that was cut is closed again by an officer so much later. */
const strapOpen = 4 * HOUR
/** A week may be an hour longer by the clock's change. */
const daysSimulated = 8
/** Metres from home that nobody goes beyond: work is nearer, whatever its direction. */
const furthest = 8_000

const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
/** Milliseconds that local time is ahead of UTC. Asked for each minute of each life: remembered by the hour. */
const offsets = new Map<number, number>()
function offsetAt(at: number): number {
  const hour = Math.floor(at / HOUR)
  const known = offsets.get(hour)
  if (known !== undefined) return known
  const offset = zoned(at).offsetNanoseconds / 1e6
  if (offsets.size > 5_000) offsets.clear()
  offsets.set(hour, offset)
  return offset
}

/** The Monday on which a week begins, and the one after, in the office's time zone. */
function weekOf(began: number, week: number): { from: number; to: number } {
  const day = zoned(began).toPlainDate()
  const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks: week })
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds
  return { from: midnight(monday), to: midnight(monday.add({ weeks: 1 })) }
}

/** The life of one participant, week after week; the same each time, counted from when the demonstration began. */
export class Life {
  readonly #who: Participant
  readonly #began: number
  #week: { number: number; from: number; to: number; lived: Simulated } | null = null

  constructor(who: Participant, began: number) {
    this.#who = who
    this.#began = began
  }

  /** What the unit measured from `from` until before `to`, by the time at which it could send it. */
  measured(from: number, to: number): Measured[] {
    return this.#weeks(from, to).flatMap(({ lived, ...week }) => {
      const cut = lived.truth.strapCut[0]
      return lived.inputs
        .filter((input): input is Measured => input.kind === 'fix' || input.kind === 'device')
        .filter(({ at }) => at >= Math.max(from, week.from) && at < Math.min(to, week.to))
        .map((input) => (cut !== undefined && input.at >= cut + strapOpen ? closed(input) : input))
    })
  }

  /** What was so and began from `from` until before `to`. */
  truths(from: number, to: number): KnownTruth[] {
    return this.#weeks(from, to).flatMap(({ lived, ...week }) => {
      const begins = ({ from: at }: TrueSpan) => at >= Math.max(from, week.from) && at < Math.min(to, week.to)
      const { strapCut, ...spans } = lived.truth
      const all = Object.entries(spans).flatMap(([kind, list]) =>
        list.map((span) => ({ kind: kind as keyof Truth, ...span })),
      )
      return [
        ...all,
        ...strapCut.map((at) => ({ kind: 'strapCut' as const, from: at, to: at + strapOpen })),
      ].filter(begins)
    })
  }

  #weeks(from: number, to: number) {
    const first = weekOf(this.#began, 0).from
    const found = []
    for (let number = Math.floor((from - first - HOUR) / (7 * 24 * HOUR)); ; number++) {
      const week = weekOf(this.#began, number)
      if (week.from >= to) return found
      if (week.to > from) found.push({ ...week, lived: this.#live(number, week) })
    }
  }

  #live(number: number, week: { from: number; to: number }): Simulated {
    if (this.#week?.number === number) return this.#week.lived
    const lived = simulate(seedOf(this.#who.number, number), daysSimulated, this.#circumstances(week.from))
    this.#week = { number, ...week, lived }
    return lived
  }

  /** Lets go of what was computed: a week of one life is some megabytes. */
  rest(): void {
    this.#week = null
  }

  #circumstances(from: number): Partial<Circumstances> {
    const { number, home, work, forbidden, reportsBy } = this.#who
    return {
      from,
      offsetAt,
      // Spread over the minute, so that the messages of all come evenly.
      phase: ((number * 37) % 60) * 1000,
      home,
      work,
      forbidden,
      closed: closedTo(this.#who),
      // A telephone has no strap.
      strap: reportsBy !== 'owntracks',
    }
  }
}

/** The areas of sets that bind the person, in metres from home. */
function closedTo({ home, pack }: Participant): Circumstances['closed'] {
  const binding = pack === 'sacramento/home-detention' ? [...schools, ...parks] : parks
  return binding
    .map(({ lat, lon, radius }) => ({
      east: (lon - home.lon) * 111_320 * Math.cos((home.lat * Math.PI) / 180),
      north: (lat - home.lat) * 111_200,
      radius,
    }))
    .filter(({ east, north }) => Math.hypot(east, north) < furthest)
}

function closed<Input extends Measured>(input: Input): Input {
  const { strap: _, ...rest } = input
  return rest as Input
}
