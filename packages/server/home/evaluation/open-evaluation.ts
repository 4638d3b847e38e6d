import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'

/** Why a home is evaluated. */
export const openedBecause = ['first', 'new-adult', 'consent-withdrawn', 'new-address', 'other'] as const
type Because = (typeof openedBecause)[number]

/** Opens the first evaluation of a home; the enrolment is held. */
export const openFirst = (work: Work<'home'>, held: HeldHome, placeId: string): Promise<void> =>
  write(work, held, { number: 1, because: 'first', placeId, adultsCounted: null, answers: {}, note: '' })

/**
 * Opens the evaluation again that has been decided: what was found of the same address is kept, what has changed is
 * asked again. One that is open stays as it is.
 * @returns whether there was an evaluation at all
 */
export async function reopen(
  work: Work<'home'>,
  held: HeldHome,
  because: Exclude<Because, 'first'>,
  changed: { placeId?: string; adultsCounted?: number; note?: string } = {},
): Promise<boolean> {
  const latest = await latestEvaluation(work, held.id)
  if (!latest) return false
  if (latest.outcome === null) {
    if (changed.placeId) await moveTo(work, latest.id, changed.placeId)
    return true
  }
  const moved = because === 'new-address'
  await write(work, held, {
    number: latest.number + 1,
    because,
    placeId: changed.placeId ?? latest.place_id,
    adultsCounted: moved ? null : (changed.adultsCounted ?? latest.adults_counted),
    answers: moved ? {} : latest.answers,
    note: changed.note ?? '',
  })
  return true
}

/**
 * Opens the evaluation again because an officer wants it.
 * @throws Problem `not-found`; `cannot-be` before there is one; `already-done` while one is open
 */
export const reopenEvaluation = verb(
  'home.reopen-evaluation',
  async (work, input: { enrolmentId: string; reason: string }): Promise<{ done: true }> => {
    const held = await holdHome(work, input.enrolmentId)
    const latest = await latestEvaluation(work, held.id)
    if (!latest) throw new Problem('cannot-be', 'There is no home on record yet. Enter its address first.')
    if (latest.outcome === null) throw new Problem('already-done', 'The evaluation is open.')
    await reopen(work, held, 'other', { note: input.reason })
    return { done: true }
  },
)

/** The latest evaluation of an enrolment that is held. */
export const latestEvaluation = ({ db }: Work<'home'>, enrolmentId: string) =>
  db
    .selectFrom('home.evaluation')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** An evaluation that is open and about another address now is begun anew. */
async function moveTo({ db }: Work<'home'>, evaluationId: string, placeId: string): Promise<void> {
  await db
    .updateTable('home.evaluation')
    .set(({ eb }) => ({
      place_id: placeId,
      visited_on: null,
      adults_counted: null,
      answers: '{}',
      version: eb('version', '+', 1),
    }))
    .where('id', '=', evaluationId)
    .execute()
}

interface Opened {
  number: number
  because: Because
  placeId: string | null
  adultsCounted: number | null
  answers: unknown
  note: string
}

async function write({ ctx, db, emit }: Work<'home'>, held: HeldHome, opened: Opened): Promise<void> {
  const id = randomUUID()
  await db
    .insertInto('home.evaluation')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: held.id,
      person_id: held.personId,
      number: opened.number,
      opened_because: opened.because,
      opened_at: ctx.now,
      opened_by: held.actor,
      place_id: opened.placeId,
      adults_counted: opened.adultsCounted,
      answers: JSON.stringify(opened.answers),
      note: opened.note,
    })
    .execute()
  await emit('home.evaluation-changed', { evaluation: id, enrolment: held.id, person: held.personId })
}
