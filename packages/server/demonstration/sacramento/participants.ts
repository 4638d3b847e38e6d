import { type Circumstances, type Place, placesOfSeed } from '@inlieu/simulator'
import { type MadeUpPerson, names, offenses } from '../people.ts'

/** How far somebody has come: papers in, waiting for a decision, accepted and not fitted yet, followed, gone again. */
export type Stage =
  | 'papers'
  | 'applied'
  | 'to-evaluate'
  | 'waiting-list'
  | 'to-fit'
  | 'followed'
  | 'completed'
  | 'returned'

/** By which door the unit of somebody reports; `forwarded` comes through a Traccar server. */
export type ReportsBy = 'json' | 'osmand' | 'owntracks' | 'forwarded'

/** Somebody of the second office: plainly made up, living where nobody in particular lives. */
export interface Participant {
  /** Which of them; the same person each time. */
  number: number
  person: MadeUpPerson
  pack: 'sacramento/home-detention' | 'sacramento/home-detention-expanded'
  stage: Stage
  reportsBy: ReportsBy
  home: Circumstances['home']
  /** Metres from home. */
  work: Place
  forbidden: Place
  /** What the unit stored before the demonstration began and sends first; null: it was fitted as it began. */
  history: { days: number; everyMinutes: number } | null
  /** Good time that the commitment grants, in days (SCC-2.D). */
  goodTimeDays: number | null
}

// Middles of communities of the county, in degrees; homes lie up to a mile and a half around them.
const communities = [
  ['Arden-Arcade', '95825', 38.6, -121.383], ['Carmichael', '95608', 38.617, -121.328],
  ['Citrus Heights', '95610', 38.705, -121.281], ['Rancho Cordova', '95670', 38.589, -121.302],
  ['Elk Grove', '95624', 38.411, -121.372], ['Florin', '95828', 38.496, -121.409],
  ['North Highlands', '95660', 38.673, -121.372], ['Orangevale', '95662', 38.679, -121.226],
  ['Folsom', '95630', 38.672, -121.158], ['Galt', '95632', 38.255, -121.303],
  ['Sacramento', '95814', 38.575, -121.48], ['Rio Linda', '95673', 38.691, -121.448],
] as const // biome-ignore format: a table
/** Metres. */
const around = 2200

const stages: readonly Stage[] = ['to-fit', 'to-evaluate', 'waiting-list', 'applied', 'papers']
/** Of so many people one is at each of the stages before a unit is worn. */
const group = 25

/** Of so many people one has served to the last day, and one was returned. */
const everyEnded = 60
/** Where they stand among them. */
const ended = new Map<number, Stage>([
  [41, 'completed'],
  [44, 'returned'],
])
/** Days at home of those who are gone again. */
export const daysUntilGone = 5

const doorOf = (n: number): ReportsBy =>
  n % 10 < 4 ? 'json' : n % 10 < 7 ? 'osmand' : n % 10 < 8 ? 'owntracks' : 'forwarded'

/** Six people with two weeks behind them, for what-ifs; two dozen with a day and a half. */
function historyOf(n: number): Participant['history'] {
  if (n < 6) return { days: 14, everyMinutes: 5 }
  return n >= group && n < 2 * group ? { days: 1.5, everyMinutes: 2 } : null
}

/** So many days before a unit is put on a person's papers came in. */
export const papersBefore = 9

/** The nth participant; the same each time. */
export function participant(n: number): Participant {
  const [family] = names[n % names.length]!
  const [, given] = names[(n + Math.floor(n / names.length) + 1) % names.length]!
  const [city, zip, lat, lon] = communities[n % communities.length]!
  const [statute, offense] = offenses[n % offenses.length]!
  const place = n % group
  // A turn that never comes back to itself, so that homes spread evenly.
  const [turn, far] = [n * 2.399963, around * Math.sqrt(((n * 7) % 23) / 23)]
  const { work, forbidden } = placesOfSeed(seedOf(n, 0))
  const stays: Stage = place < group - stages.length ? 'followed' : stages[place - (group - stages.length)]!
  const stage = stays === 'followed' ? (ended.get(n % everyEnded) ?? stays) : stays
  const history = stage === 'followed' ? historyOf(n) : null
  return {
    number: n,
    // The new program has few places, all of them taken: there one waits.
    pack:
      (n % 12 === 5 && stage !== 'completed' && stage !== 'returned') || stage === 'waiting-list'
        ? 'sacramento/home-detention-expanded'
        : 'sacramento/home-detention',
    stage,
    reportsBy: history ? 'json' : doorOf(n),
    goodTimeDays: n % 4 === 0 && stage !== 'completed' ? 10 + (n % 3) * 5 : null,
    home: {
      lat: lat + (far * Math.cos(turn)) / 111_200,
      lon: lon + (far * Math.sin(turn)) / 87_000,
    },
    work,
    forbidden,
    history,
    person: {
      number: n,
      familyName: family,
      givenNames: n < names.length ** 2 ? given : `${given} ${n}`,
      birthDate: `${1960 + ((n * 11) % 45)}-${String((n % 12) + 1).padStart(2, '0')}-${String(((n * 5) % 28) + 1).padStart(2, '0')}`,
      sex: n % 4 === 0 ? 'female' : 'male',
      birthPlace: 'Sacramento, California',
      race: '',
      language: ['Muestra', 'Ejemplo', 'Inventado'].includes(family) ? 'es' : 'en',
      line1: `${100 + n} Example Avenue`,
      city,
      zip,
      phone: `916555${String(100 + (n % 100)).padStart(4, '0')}`,
      driversLicense: `MADEUPSAC${String(n).padStart(3, '0')}`,
      docket: `SAC-${String(260_000 + n * 17)}`,
      court: 'Superior Court, Sacramento',
      county: 'Sacramento',
      statute,
      offense,
      // Whose last day was yesterday: so long before it the papers came.
      days: stage === 'completed' ? papersBefore + daysUntilGone : 90 + ((n * 13) % 180),
      creditDays: 0,
      employed: n % 5 !== 1,
      limits: [],
    },
  }
}

/** Everybody of the second office: first those who have a past, last those who wait for a place. */
export function everybodyOf(people: number): Participant[] {
  const all = Array.from({ length: people }, (_, n) => participant(n))
  const turn = ({ stage, history }: Participant) => (history ? 0 : stage === 'waiting-list' ? 2 : 1)
  return all.sort((a, b) => turn(a) - turn(b) || a.number - b.number)
}

/** How many participants a demonstration has. */
export const participants = 250

/** The seed of a person's life in a week, counted from the one in which the demonstration began. */
export const seedOf = (n: number, week: number): number => 7919 * (n + 1) + week
