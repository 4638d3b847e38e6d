import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, text, version } from '../../platform/schemas.ts'
import { addressProblem } from '../messages/address.ts'

/** What is typed of somebody whom the center can reach. */
export const staffForm = z.strictObject({
  /** Their account here; null for somebody of another office. */
  accountId: id.nullable(),
  name: text(120),
  phone: text(40, false),
  email: text(254, false),
  texts: z.boolean(),
  note: text(300, false),
})
export type StaffForm = z.output<typeof staffForm>

export const changeStaffForm = staffForm.omit({ accountId: true }).extend({ version })

/**
 * Adds somebody to those whom the center can reach.
 * @throws Problem `cannot-be` at the field
 */
export const addStaff = verb(
  'monitoring.add-staff',
  async (work, input: StaffForm): Promise<{ id: string }> => {
    checkWays(input)
    if (input.accountId) await refuseStranger(work, input.accountId)
    const staffId = randomUUID()
    await work.db
      .insertInto('monitoring.staff')
      .values({
        agency_id: work.ctx.agency.id,
        id: staffId,
        account_id: input.accountId,
        name: input.name,
        phone: input.phone,
        email: input.email,
        texts: input.texts,
        note: input.note,
        added_at: work.ctx.now,
      })
      .execute()
    await work.emit('monitoring.staff-changed', { staff: staffId })
    return { id: staffId }
  },
)

/**
 * Changes how somebody is reached.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const changeStaff = verb(
  'monitoring.change-staff',
  async (
    work,
    input: InputOf<typeof changeStaffForm> & { staffId: string },
  ): Promise<{ version: number }> => {
    checkWays(input)
    const { db, emit } = work
    const row = await holdStaff(work, input.staffId)
    if (row.version !== input.version) {
      const { name, phone, email, texts, note } = row
      throw await changedMeanwhile(work, {
        room: 'monitoring',
        record: 'staff',
        rowId: row.id,
        name: row.name,
        current: { name, phone, email, texts, note, version: row.version },
      })
    }
    const { name, phone, email, texts, note } = input
    await db
      .updateTable('monitoring.staff')
      .set({ name, phone, email, texts, note, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await emit('monitoring.staff-changed', { staff: row.id })
    return { version: row.version + 1 }
  },
)

/**
 * Takes somebody off the list. Their shifts to come and their place on call are taken off first, so that no gap
 * opens unseen.
 * @throws Problem `not-found`; `cannot-be` while they are planned, on call or at a post
 */
export const endStaff = verb('monitoring.end-staff', async (work, input: { staffId: string }) => {
  const { ctx, db, emit } = work
  const row = await holdStaff(work, input.staffId)
  const held = await db
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb
            .selectFrom('monitoring.shift')
            .where('staff_id', '=', row.id)
            .where('cancelled_at', 'is', null)
            .where('to_at', '>', ctx.now),
        )
        .as('planned'),
      eb
        .exists(
          eb
            .selectFrom('monitoring.on_call')
            .where('staff_id', '=', row.id)
            .where('ended_at', 'is', null)
            .where((or) => or.or([or('to_at', 'is', null), or('to_at', '>', ctx.now)])),
        )
        .as('onCall'),
      eb
        .exists(
          eb.selectFrom('monitoring.presence').where('staff_id', '=', row.id).where('to_at', 'is', null),
        )
        .as('present'),
    ])
    .executeTakeFirstOrThrow()
  if (held.present)
    throw new Problem('cannot-be', `${row.name} is at a post. Have the post handed over first.`)
  if (held.planned) throw new Problem('cannot-be', `${row.name} has shifts to come. Cancel them first.`)
  if (held.onCall) throw new Problem('cannot-be', `${row.name} is on call. Take them off the list first.`)
  await db.updateTable('monitoring.staff').set({ ended_at: ctx.now }).where('id', '=', row.id).execute()
  await emit('monitoring.staff-changed', { staff: row.id })
})

/** Somebody on the list, held against changes. @throws Problem `not-found` */
export async function holdStaff({ db }: Work<'monitoring'>, staffId: string) {
  const row = await db
    .selectFrom('monitoring.staff')
    .selectAll()
    .where('id', '=', staffId)
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('person on the list of the center')
  return row
}

function checkWays({ phone, email, texts }: Pick<StaffForm, 'phone' | 'email' | 'texts'>): void {
  if (phone === '' && email === '')
    throw fieldProblem('phone', 'Give a telephone number or an e-mail address.')
  const wrongPhone = phone === '' ? null : addressProblem('text', phone)
  if (wrongPhone) throw fieldProblem('phone', wrongPhone)
  if (texts && phone === '') throw fieldProblem('phone', 'Text messages need a telephone number.')
  const wrongEmail = email === '' ? null : addressProblem('email', email)
  if (wrongEmail) throw fieldProblem('email', wrongEmail)
}

async function refuseStranger({ db }: Work<'monitoring'>, accountId: string): Promise<void> {
  const account = await db
    .selectFrom('access.v_account')
    .select('display_name')
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) throw fieldProblem('accountId', 'There is no such account in this office.')
  const listed = await db
    .selectFrom('monitoring.staff')
    .select('name')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (listed)
    throw fieldProblem('accountId', `${account.display_name} is on the list already, as ${listed.name}.`)
}
