import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { type EnrolmentState, stateInWords } from '../../programs/index.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'
import { placesLeft } from './places-left.ts'

const accepted: readonly EnrolmentState[] = ['accepted', 'booked', 'active']

/**
 * Puts somebody on the waiting list of the program (EMP-0.8, own).
 * @throws Problem `not-found`; `already-done` when the person waits or holds a place; `cannot-be` before acceptance
 */
export const askSlot = verb(
  'home.ask-slot',
  async (work, input: { enrolmentId: string; note: string }): Promise<{ id: string }> => {
    const held = await holdHome(work, input.enrolmentId)
    refuseBeforeAcceptance(held)
    const there = await liveSlot(work, held.id)
    if (there)
      throw new Problem(
        'already-done',
        there.given_at ? 'A place is held for this person already.' : 'This person is on the waiting list.',
      )
    const id = await writeSlot(work, held, input.note)
    await work.emit('home.slot-changed', { enrolment: held.id, person: held.personId })
    return { id }
  },
)

/** `outOfTurn`: why those who have waited longer are passed over; '' where nobody is. */
export interface GiveSlot {
  enrolmentId: string
  outOfTurn: string
}

/**
 * Gives somebody a place of the program. The last one is given once, however many give it at the same time.
 * @throws Problem `full` with none free; `cannot-be` at `outOfTurn` when others have waited longer and nothing says
 * why; `not-ready` while nobody has said how many places there are
 */
export const giveSlot = verb('home.give-slot', async (work, input: GiveSlot): Promise<{ id: string }> => {
  const { ctx, db, emit } = work
  const held = await holdHome(work, input.enrolmentId)
  refuseBeforeAcceptance(held)
  await holdProgram(work, held.pack)
  const slot = await liveSlot(work, held.id)
  if (slot?.given_at) throw new Problem('already-done', 'A place is held for this person already.')
  await refuseFull(work, held)
  const passedOver = await longerWaiting(work, held, slot)
  if (passedOver > 0 && input.outOfTurn === '')
    throw fieldProblem(
      'outOfTurn',
      `Others have waited longer (${passedOver}). Say why this person comes before them.`,
    )
  const id = slot?.id ?? (await writeSlot(work, held, ''))
  await db
    .updateTable('home.slot')
    .set({ given_at: ctx.now, given_by: held.actor, out_of_turn: passedOver > 0 ? input.outOfTurn : '' })
    .where('id', '=', id)
    .execute()
  await emit('home.slot-changed', { enrolment: held.id, person: held.personId })
  return { id }
})

/**
 * Takes somebody off the waiting list, or gives back a place that is not used.
 * @throws Problem `not-found`; `cannot-be` while the person wears a unit or serves at home
 */
export const freeSlot = verb(
  'home.free-slot',
  async (work, input: { enrolmentId: string; reason: string }): Promise<{ done: true }> => {
    const held = await holdHome(work, input.enrolmentId)
    const slot = await liveSlot(work, held.id)
    if (!slot) throw new Problem('already-done', 'This person neither waits nor holds a place.')
    const worn = await work.db
      .selectFrom('equipment.v_fitting')
      .select('id')
      .where('enrolment_id', '=', held.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (worn)
      throw new Problem('cannot-be', 'The person wears a unit: take it off before the place is given back.')
    if (held.state === 'active' && slot.given_at)
      throw new Problem(
        'cannot-be',
        'The person serves at home, so the place is theirs. It is free again when the enrolment ends.',
      )
    await endSlot(work, slot.id, input.reason)
    await work.emit('home.slot-changed', { enrolment: held.id, person: held.personId })
    return { done: true }
  },
)

/** Frees a place, or ends the waiting. */
export async function endSlot({ ctx, db }: Work<'home'>, slotId: string, because: string): Promise<void> {
  await db
    .updateTable('home.slot')
    .set({ freed_at: ctx.now, freed_by: ctx.actor, freed_because: because })
    .where('id', '=', slotId)
    .execute()
}

/** The place somebody waits for or holds; the enrolment is held. */
export const liveSlot = ({ db }: Work<'home'>, enrolmentId: string) =>
  db
    .selectFrom('home.slot')
    .select(['id', 'asked_at', 'given_at'])
    .where('enrolment_id', '=', enrolmentId)
    .where('freed_at', 'is', null)
    .executeTakeFirst()

function refuseBeforeAcceptance(held: HeldHome): void {
  if (!accepted.includes(held.state))
    throw new Problem(
      'cannot-be',
      `${held.number} is ${stateInWords(held.state)}. A place is for somebody who is accepted.`,
    )
}

async function writeSlot({ ctx, db }: Work<'home'>, held: HeldHome, note: string): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('home.slot')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: held.id,
      person_id: held.personId,
      pack: held.pack,
      asked_at: ctx.now,
      asked_by: held.actor,
      note,
    })
    .execute()
  return id
}

/** Whoever gives a place of a program waits here for the one before. */
async function holdProgram({ ctx, db }: Work<'home'>, pack: string): Promise<void> {
  await db
    .insertInto('home.program')
    .values({ agency_id: ctx.agency.id, pack })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.selectFrom('home.program').select('pack').where('pack', '=', pack).forNoKeyUpdate().execute()
}

async function refuseFull({ ctx, db }: Work<'home'>, held: HeldHome): Promise<void> {
  const { clause, capacity, free } = await placesLeft(db, held.pack, ctx.today)
  if (free === null)
    throw new Problem(
      'not-ready',
      `Nobody has set how many places the program has (${clause}). See Parameters.`,
    )
  // Who wears a unit without a place, as after a reopening, is counted already and takes no further one.
  const counted = await db
    .selectFrom('equipment.v_fitting')
    .select('id')
    .where('enrolment_id', '=', held.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (free === 0 && !counted)
    throw new Problem(
      'full',
      `All ${capacity} places are taken (${clause}). Put the person on the waiting list.`,
    )
}

async function longerWaiting(
  { db }: Work<'home'>,
  held: HeldHome,
  slot: Awaited<ReturnType<typeof liveSlot>>,
): Promise<number> {
  const { waiting } = await db
    .selectFrom('home.slot')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('pack', '=', held.pack)
    .where('freed_at', 'is', null)
    .where('given_at', 'is', null)
    .where('enrolment_id', '<>', held.id)
    .$if(slot !== undefined, (query) => query.where('asked_at', '<', slot!.asked_at))
    .executeTakeFirstOrThrow()
  return waiting
}
