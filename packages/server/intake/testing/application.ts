/** A complete application as a page would send it. */
export const answered = {
  employed: true,
  employer: 'Bay Bakery',
  occupation: 'Baker',
  jobLoss: 'no',
  jobLossNote: '',
  daysAvailable: [1, 2, 3],
  daysAWeek: 3,
  workLimits: [],
  otherWorkLimits: '',
  unableUntil: null,
  diagnosis: null,
  transport: 'public-transit',
  priorHistory: 'no',
  refused: [],
}
