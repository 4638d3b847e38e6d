export { parameters } from './parameters.ts'
export { type Score, scoreOf, watched } from './score.ts'
export { type Simulated, simulate } from './simulate.ts'
export type { TrueSpan, Truth } from './truth.ts'
