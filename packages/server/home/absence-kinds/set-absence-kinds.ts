import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { text } from '../../platform/schemas.ts'
import { requireAuthority } from '../../programs/index.ts'
import { holdHome } from '../hold-home.ts'
import { leaveKinds } from '../leave/codes.ts'

/**
 * Which kinds of absence are open to a person, and from what that follows. None is a choice too. `version`: the choice
 * that the page showed; 0 where nobody had made one.
 */
export const absenceKindsForm = z.strictObject({
  version: z.int().min(0),
  kinds: z.array(z.enum(leaveKinds)).max(leaveKinds.length),
  why: text(1000),
})

/**
 * Sets the kinds of absence open to a person, from offense, terms and conditions (EMP-1.5). They hold at once; what
 * held before stays on record.
 * @throws Problem `not-found`, `conflict`; `not-allowed` with who may
 */
export const setAbsenceKinds = verb(
  'home.set-absence-kinds',
  async (
    work,
    input: z.output<typeof absenceKindsForm> & { enrolmentId: string },
  ): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const permission = await requireAuthority(work, { decision: 'absence-approval', pack: held.pack })
    const last = await db
      .selectFrom('home.absence_kinds')
      .select(['id', 'number', 'kinds'])
      .where('enrolment_id', '=', held.id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if ((last?.number ?? 0) !== input.version)
      throw await changedMeanwhile(work, {
        room: 'home',
        record: 'absence_kinds',
        rowId: last?.id ?? '',
        name: 'the kinds of absence',
        current: { kinds: last?.kinds ?? [], version: last?.number ?? 0 },
      })
    await db
      .insertInto('home.absence_kinds')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: held.id,
        person_id: held.personId,
        number: input.version + 1,
        kinds: leaveKinds.filter((kind) => input.kinds.includes(kind)),
        why: input.why,
        set_at: ctx.now,
        set_by: held.actor,
        permission: JSON.stringify(permission),
      })
      .execute()
    await emit('home.absence-kinds-set', { enrolment: held.id, person: held.personId })
    return { version: input.version + 1 }
  },
)
