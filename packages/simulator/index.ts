export { type OutageFound, outageFound } from './outage.ts'
export { parameters } from './parameters.ts'
export { type Score, scoreOf, watched } from './score.ts'
export {
  type Circumstances,
  degreesFrom,
  FORBIDDEN_RADIUS,
  placesOfSeed,
  type Simulated,
  simulate,
} from './simulate.ts'
export type { TrueSpan, Truth } from './truth.ts'
export type { Place } from './walk.ts'
