export { askCourt } from './ask-court.ts'
export { changeCommitment } from './change-commitment.ts'
export { type CheckedColumns, commitmentChecklist } from './checklist.ts'
export { type CommitmentFields, commitmentBody } from './commitment-schema.ts'
export {
  type CommittedPerson,
  type ReceiveCommitmentAnswer,
  type ReceiveCommitmentInput,
  receiveCommitment,
} from './receive-commitment.ts'
export { recordOriginal } from './record-original.ts'
export { returnCommitment } from './return-commitment.ts'
export { courtRoutes } from './routes.ts'
