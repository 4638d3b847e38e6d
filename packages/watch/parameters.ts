export interface ParameterRow {
  default: number
  unit: 'm' | 's' | 'm/s' | 'fixes' | 'share' | 'h' | 'g/dL' | 'g/dL/h' | 'people' | 'readings' | 'yes/no'
  says: string
  /** The clause or source, or `own` where it is ours. */
  source: string
}

const row = (value: number, unit: ParameterRow['unit'], source: string, says: string): ParameterRow => ({
  default: value,
  unit,
  says,
  source,
})

const MINUTE = 60
const HOUR = 3600

/** Every number the watch decides by. The agency's approved value takes its place (EMP-7.3). */
export const parameterTable = {
  // Fitness of a fix
  accuracyLimit: row(100, 'm', 'monitoring rule 2, own', 'a fix less accurate than this is unfit'),
  assumedAccuracy: row(30, 'm', 'NIJ 1004.00 indoors', 'accuracy of a fix that gives none'),
  clockTolerance: row(
    2 * MINUTE,
    's',
    'monitoring rule 2, own',
    'a fix measured later than this after it came is unfit',
  ),
  maxSpeed: row(70, 'm/s', 'monitoring rule 2, own', 'faster than this from both neighbours is impossible'),
  // Crossings
  leaveFixes: row(
    3,
    'fixes',
    'monitoring rule 3, own',
    'fit fixes in a row that confirm leaving an inclusion zone',
  ),
  leaveSeconds: row(
    3 * MINUTE,
    's',
    'monitoring rule 3, own',
    'or two fit fixes this far apart; 0 for the count alone',
  ),
  enterFixes: row(
    2,
    'fixes',
    'monitoring rule 3, own',
    'fit fixes in a row that confirm entering an exclusion zone; 1 alarms at the first',
  ),
  enterSeconds: row(
    1 * MINUTE,
    's',
    'monitoring rule 3, own',
    'or two fit fixes this far apart; 0 for the count alone',
  ),
  returnFixes: row(2, 'fixes', 'monitoring rule 3, own', 'fit fixes in a row that confirm a return'),
  returnSeconds: row(
    2 * MINUTE,
    's',
    'monitoring rule 3, own',
    'or two fit fixes this far apart; 0 for the count alone',
  ),
  rowWithin: row(
    15 * MINUTE,
    's',
    'monitoring rule 3, own',
    'fixes further apart than this count, but prove no time between them',
  ),
  startWithin: row(
    15 * MINUTE,
    's',
    'monitoring rule 4, own',
    'how near to the start of the hours the fixes that judge it must be',
  ),
  startGrace: row(0, 's', 'own', 'how late after the start of the hours a person may come'),
  crossedWithin: row(
    2 * MINUTE,
    's',
    'field 5, own',
    'two fixes this near in time are joined by a straight line',
  ),
  // Silence
  contactActive: row(15 * MINUTE, 's', 'EMP-8.1, own', 'silence of an active unit until no-contact'),
  contactPassive: row(
    26 * HOUR,
    's',
    'monitoring, tracking levels, own',
    'the same for a passive unit (docked once a day)',
  ),
  contactOnDemand: row(26 * HOUR, 's', 'monitoring, tracking levels, own', 'the same for an on-demand unit'),
  positionActive: row(30 * MINUTE, 's', 'field 6, own', 'in contact without a fit fix until no-position'),
  positionPassive: row(2 * HOUR, 's', 'field 6, own', 'the same for a passive unit'),
  positionOnDemand: row(26 * HOUR, 's', 'field 6, own', 'the same for an on-demand unit'),
  repeatWithin: row(
    10 * MINUTE,
    's',
    'own',
    'the same report of jamming, a fall or a call for help within this is the same one repeated',
  ),
  // Battery
  batteryLow: row(0.25, 'share', 'EMP-8.7, own', 'low at or below this'),
  batteryCritical: row(0.1, 'share', 'EMP-8.7, own', 'critical at or below this'),
  batteryLowHours: row(5, 'h', 'EMP-8.7, field 7, own', 'or low when the forecast is empty within this'),
  batteryCriticalHours: row(
    2,
    'h',
    'field 3 (dead in 1-2 h)',
    'or critical when the forecast is empty within this',
  ),
  batteryRecovered: row(0.05, 'share', 'own', 'above the line by this much ends low and critical'),
  // Home units
  rfGrace: row(5 * MINUTE, 's', '3M XT manual', 'out of range this long until rf-out'),
  powerGrace: row(10 * MINUTE, 's', 'own', 'without power this long until power-lost'),
  // Tests
  breathPositive: row(0.02, 'g/dL', 'own', 'a breath test at or above this is positive'),
  breathRetest: row(
    15 * MINUTE,
    's',
    'monitoring, test units, own',
    'after a positive another is due within this',
  ),
  alcoholLevel: row(0.02, 'g/dL', 'own', 'worn readings at or above this can be a drinking event'),
  alcoholReadings: row(3, 'readings', 'own', 'so many at least above the level'),
  alcoholFall: row(0.5, 'share', 'own', 'and a fall to this share of the peak, or below the level'),
  testGrace: row(0, 's', 'own', 'after its window a test is missed when this has passed'),
  // Time
  horizon: row(
    2 * HOUR,
    's',
    'DESIGN, late data',
    'input older than the newest by more than this comes too late',
  ),
  lateAfter: row(
    5 * MINUTE,
    's',
    'EMP-8.6, own',
    'evidence received this long after it was measured makes an alarm late',
  ),
  foldWithin: row(
    30 * MINUTE,
    's',
    'field 1, own',
    'the same again this soon after it ended is the same incident',
  ),
  // Outage
  outagePeople: row(5, 'people', 'field 6, own', 'so many silent at once on one carrier are an outage'),
  outageWithin: row(5 * MINUTE, 's', 'field 6, own', 'at once: their last contacts lie within this'),
} as const satisfies Record<string, ParameterRow>

export type ParameterName = keyof typeof parameterTable

const YEAR = 366 * 24 * HOUR
/** More than this is a slip of the hand, whatever is set: a year, a hundred kilometres, an army. */
const mostOf: Readonly<Record<ParameterRow['unit'], number>> = {
  m: 100_000,
  s: YEAR,
  'm/s': 10_000,
  fixes: 10_000,
  share: 1,
  h: YEAR / HOUR,
  'g/dL': 1,
  'g/dL/h': 1,
  people: 1_000_000,
  readings: 10_000,
  'yes/no': 1,
}
/** Everything that came within the horizon is kept with each person. */
const LONGEST_HORIZON = 7 * 24 * HOUR

/**
 * What is wrong with a value for a parameter, in words, or null.
 *
 * @example parameterProblem('horizon', 1e308) // 'it is 1e+308, and 604800 s is the most'
 */
export function parameterProblem(name: string, value: unknown): string | null {
  if (!Object.hasOwn(parameterTable, name)) return 'there is no such parameter'
  const { unit } = parameterTable[name as ParameterName]
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    return `it is no number of 0 or more, in ${unit}`
  const most = name === 'horizon' ? LONGEST_HORIZON : mostOf[unit]
  return value > most ? `it is ${value}, and ${most} ${unit} is the most` : null
}
export type Parameters = Record<ParameterName, number>

/** The parameters as they stand without the agency's own. */
export const defaultParameters: Readonly<Parameters> = Object.freeze(
  Object.fromEntries(
    Object.entries(parameterTable).map(([name, entry]) => [name, entry.default]),
  ) as Parameters,
)
