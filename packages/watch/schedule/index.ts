export { checkSchedule } from './check-schedule.ts'
export { compileLeave, compileSchedule } from './compile-schedule.ts'
export { hoursInForce, type Standing, standingOf } from './in-force.ts'
export { union, within, without } from './spans.ts'
