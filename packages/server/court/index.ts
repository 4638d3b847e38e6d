export { askCourt } from './ask-court.ts'
export { changeCommitment } from './change-commitment.ts'
export { type CheckedColumns, commitmentChecklist } from './checklist.ts'
export { type CommitmentFields, commitmentBody } from './commitment-schema.ts'
export { noGoodTime } from './good-time.ts'
export { holdCommitments } from './hold-commitment.ts'
export { moveCommitment } from './move-commitment.ts'
export {
  type ReceiveCommitmentAnswer,
  type ReceiveCommitmentInput,
  receiveCommitment,
} from './receive-commitment.ts'
export { recordOriginal } from './record-original.ts'
export { returnCommitment } from './return-commitment.ts'
export { courtRoutes } from './routes.ts'
export type { CommittedPerson } from './whose-commitment.ts'
