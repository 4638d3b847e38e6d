/** How people live and units fail. Fixed before the first run, and never tuned to a result. */
export const parameters = {
  // People (own, where no source is named)
  homeRadius: { value: 100, unit: 'm', source: 'own' },
  curfewBegins: { value: 18, unit: 'h', source: 'own' },
  curfewEnds: { value: 8, unit: 'h', source: 'own' },
  lateReturn: { value: 0.05, unit: 'a day', source: 'own' },
  absence: { value: 0.1, unit: 'a day', source: 'own' },
  absenceLeast: { value: 6, unit: 'min', source: 'issue: absences over five minutes' },
  absenceMost: { value: 180, unit: 'min', source: 'own' },
  absenceNear: { value: 200, unit: 'm', source: 'own' },
  absenceFar: { value: 4000, unit: 'm', source: 'own' },
  stepOut: { value: 1, unit: 'a day', source: 'own: bins, dog, door' },
  forbidden: { value: 0.03, unit: 'a day', source: 'own: a visit to the exclusion zone' },
  walking: { value: 1.3, unit: 'm/s', source: 'own' },
  driving: { value: 9, unit: 'm/s', source: 'own' },
  // Positions
  outdoors: { value: 10, unit: 'm, 90 per cent', source: 'field 1: NIJ 1004.00' },
  indoors: { value: 30, unit: 'm, 80 per cent', source: 'field 1: NIJ 1004.00' },
  drift: { value: 2, unit: 'a day', source: 'field 4, own: indoor excursions' },
  driftMinutes: { value: 3, unit: 'min, mean', source: 'own' },
  driftNear: { value: 60, unit: 'm', source: 'own' },
  driftFar: { value: 400, unit: 'm', source: 'own' },
  driftHonesty: { value: 0.5, unit: 'of the error is said', source: 'own: half as accurate as said' },
  wildFix: { value: 0.2, unit: 'a day', source: 'field 3: transistorsoft 892, Traccar 3609' },
  // Contact
  contactLost: { value: 2, unit: 'a day', source: 'field 4.1: Wisconsin, per affected person' },
  contactLostMinutes: { value: 8, unit: 'min, mean', source: 'own' },
  positionLost: { value: 1.2, unit: 'a day', source: 'field 4.1: Wisconsin, 32,766 a month' },
  positionLostMinutes: { value: 17, unit: 'min, mean', source: 'field 4.2: 17 minutes' },
  // Levels
  askedEvery: { value: 4, unit: 'h', source: 'own: an on-demand unit is asked' },
  answersFor: { value: 2, unit: 'fixes', source: 'own' },
  outageHours: { value: 0.75, unit: 'h', source: 'own: a carrier is down' },
  // Battery
  batteryHours: { value: 30, unit: 'h', source: 'EMP-8.7' },
  chargeForgotten: { value: 0.03, unit: 'a day', source: 'field 4.2, own' },
  // Tampering
  strapLoose: { value: 0.02, unit: 'a day', source: 'field 3, own: tampers that clear themselves' },
  strapLooseMinutes: { value: 5, unit: 'min, at most', source: 'field 3: within five minutes' },
  strapCut: {
    value: 0.01,
    unit: 'a day',
    source: 'field 4.2: about 700 a year among 3,000 people, times 16',
  },
} as const

export type Name = keyof typeof parameters
export const amount = (name: Name): number => parameters[name].value
