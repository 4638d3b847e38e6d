import { verb, type Work } from '../platform/act.ts'
import { holdEnrolment } from './state-of.ts'

/** Holds an enrolment before what is below it, so that its ending and a contract wait for each other here. */
export const holdForContract = verb(
  'programs.hold-enrolment',
  async ({ ctx, db }: Work<'programs'>, enrolmentId: string): Promise<void> => {
    await holdEnrolment(db, enrolmentId, ctx.today)
  },
)
