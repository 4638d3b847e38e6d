import { z } from 'zod'
import { day, id, instant } from '../../platform/schemas.ts'

const corner = z.tuple([z.number(), z.number()])
const rings = z.array(z.array(corner))
const area = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), center: corner, radius: z.number() }),
  z.object({ kind: z.literal('polygon'), coordinates: rings }),
  z.object({ kind: z.literal('multipolygon'), coordinates: z.array(rings) }),
])

const quality = z.object({
  minutes: z.int(),
  minutesWithFix: z.int(),
  fixes: z.int(),
  unfit: z.int(),
  medianAccuracy: z.number().nullable(),
  longestGap: z.int(),
  late: z.int(),
  clockOffsetMs: z.number().nullable(),
})

const place = z.tuple([z.number(), z.number()])

/** A person's day: where, how well that is known, what the watch found in it. */
export const dayAnswer = z.object({
  now: instant,
  /** The alarm that the look is recorded for, where one is its purpose. */
  alarm: z.object({ id, number: z.int() }).nullable(),
  person: z.object({ id, familyName: z.string(), givenNames: z.string(), suffix: z.string() }),
  date: day,
  from: instant,
  /** The end of the day, or now. */
  to: instant,
  units: z.array(
    z.object({
      id,
      serial: z.string(),
      model: z.string(),
      level: z.string(),
      from: instant,
      to: instant,
      removed: z.boolean(),
      quality,
    }),
  ),
  /** Positions as columns, by the time measured. Times are epoch milliseconds. */
  fixes: z.object({
    at: z.array(z.int()),
    /** Milliseconds from measured to received. */
    delay: z.array(z.int()),
    /** Which of `units`; -1 where the unit was on nobody's record. */
    unit: z.array(z.int()),
    lat: z.array(z.number().nullable()),
    lon: z.array(z.number().nullable()),
    accuracy: z.array(z.number().nullable()),
    speed: z.array(z.number().nullable()),
    /** Hundredths. */
    battery: z.array(z.int().nullable()),
    /** Why no decision may rest on it. */
    unfit: z.array(z.string().nullable()),
  }),
  stops: z.array(z.object({ from: instant, to: instant, lat: z.number(), lon: z.number(), fixes: z.int() })),
  gaps: z.array(z.object({ from: instant, to: instant, before: place.nullable(), after: place.nullable() })),
  signals: z.array(z.object({ at: instant, event: z.string(), delay: z.int() })),
  zones: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rule: z.enum(['inclusion', 'exclusion']),
      /** Name of the set that it was drawn in, once for many; null for one of the person's own. */
      set: z.string().nullable(),
      version: z.string(),
      area,
      from: instant,
      to: instant,
    }),
  ),
  happenings: z.array(
    z.object({
      key: z.string(),
      kind: z.string(),
      zone: z.string().nullable(),
      severity: z.string(),
      at: instant,
      knownAt: instant,
      late: z.boolean(),
      withdrawn: z.boolean(),
      joined: z.boolean(),
      why: z.string(),
      alarmId: id.nullable(),
    }),
  ),
})

export type DayAnswer = z.output<typeof dayAnswer>
