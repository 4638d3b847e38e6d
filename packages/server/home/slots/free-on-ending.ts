import { type Subject, verb, type Work } from '../../platform/act.ts'
import { type EnrolmentState, isEnded } from '../../programs/index.ts'
import { endSlot, liveSlot } from './slot-verbs.ts'

/** When an enrolment ends its place is free for the next, and who waited for one waits no more. */
export const freeOnEnding = verb(
  'home.free-on-ending',
  async (work: Work<'home'>, subject: Subject): Promise<void> => {
    const { db, emit } = work
    const enrolmentId = String(subject.enrolment)
    const slot = await liveSlot(work, enrolmentId)
    if (!slot) return
    const standing = await db
      .selectFrom('programs.v_standing')
      .select('state')
      .where('enrolment_id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
    if (!isEnded(standing.state as EnrolmentState)) return
    await endSlot(work, slot.id, 'The enrolment ended.')
    await emit('home.slot-changed', { enrolment: enrolmentId, person: String(subject.person) })
  },
)
