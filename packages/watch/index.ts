export { emptyAt } from './detectors/battery.ts'
export { evidenceDetectors, lineDetectors, positionDetectors } from './detectors.ts'
export { dueOf, waited } from './due.ts'
export { type Problem, prepareArea, signedDistance } from './geometry/index.ts'
export { keyOf } from './keys.ts'
export { type Kind, type KindRow, kindNames, kinds, type Severity } from './kinds.ts'
export { type Outage, outage, type Silence, silenceOf } from './outage.ts'
export {
  defaultParameters,
  type ParameterName,
  type ParameterRow,
  type Parameters,
  parameterTable,
} from './parameters.ts'
export { preparedOf } from './prepared.ts'
export { checkSchedule, compileLeave, compileSchedule, hoursInForce, standingOf } from './schedule/index.ts'
export { problemOf } from './settings/problem-of.ts'
export { initialSettings } from './settings/timeline.ts'
export { initialState, type WatchState } from './state.ts'
export { step } from './step.ts'
export type * from './types.ts'
export { type View, view } from './view.ts'
