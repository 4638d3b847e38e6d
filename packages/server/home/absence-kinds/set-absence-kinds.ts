import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { text } from '../../platform/schemas.ts'
import { requireAuthority } from '../../programs/index.ts'
import { holdHome } from '../hold-home.ts'
import { leaveKinds } from '../leave/codes.ts'

/** Which kinds of absence are open to a person, and from what that follows. None is a choice too. */
export const absenceKindsForm = z.strictObject({
  kinds: z.array(z.enum(leaveKinds)).max(leaveKinds.length),
  why: text(1000),
})

/**
 * Sets the kinds of absence open to a person, from offense, terms and conditions (EMP-1.5). They hold at once; what
 * held before stays on record.
 * @throws Problem `not-found`; `not-allowed` with who may
 */
export const setAbsenceKinds = verb(
  'home.set-absence-kinds',
  async (
    work,
    input: z.output<typeof absenceKindsForm> & { enrolmentId: string },
  ): Promise<{ number: number }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const permission = await requireAuthority(work, { decision: 'absence-approval', pack: held.pack })
    const { last } = await db
      .selectFrom('home.absence_kinds')
      .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
      .where('enrolment_id', '=', held.id)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('home.absence_kinds')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: held.id,
        person_id: held.personId,
        number: last + 1,
        kinds: leaveKinds.filter((kind) => input.kinds.includes(kind)),
        why: input.why,
        set_at: ctx.now,
        set_by: held.actor,
        permission: JSON.stringify(permission),
      })
      .execute()
    await emit('home.absence-kinds-set', { enrolment: held.id, person: held.personId })
    return { number: last + 1 }
  },
)
