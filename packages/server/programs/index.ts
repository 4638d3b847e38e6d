export { type ComputeWorksheet, computeWorksheet, type WorksheetComputed } from './compute-worksheet.ts'
export { feesForeseen } from './fees-foreseen.ts'
export { holdForContract } from './hold-enrolment.ts'
export { type JoinCommitment, joinCommitment } from './join-commitment.ts'
export { type OpenEnrolment, openEnrolment } from './open-enrolment.ts'
export { parametersOn } from './parameters-on.ts'
export { programOf, programRun, programsRun } from './program.ts'
export { recomputeWorksheet } from './recompute-worksheet.ts'
export { type RecordStep, recordStep } from './record-step.ts'
export { type AuthorityAsked, delegationsTo, requireAuthority } from './require-authority.ts'
export { returnToCourt } from './return-to-court.ts'
export { programsRoutes } from './routes.ts'
export { stateOf } from './state-of.ts'
export {
  type EnrolmentState,
  enrolmentStates,
  isActive,
  isEnded,
  type StepKind,
  stateInWords,
} from './steps.ts'
export { takeNumber } from './take-number.ts'
