import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { day, text, version } from '../../platform/schemas.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'
import { type Asked, type asked, criteriaOf, type Held } from './criteria.ts'
import { latestEvaluation } from './open-evaluation.ts'

const answer = z.boolean().nullable()

/** What is typed of an evaluation on and after the visit. */
export const evaluationForm = z.strictObject({
  version,
  visitedOn: day.nullable(),
  adultsCounted: z.int().min(0).max(50, 'At most 50 adults in one home.').nullable(),
  answers: z.strictObject({
    'in-area': answer,
    acceptable: answer,
    accessible: answer,
    electricity: answer,
    cooperation: answer,
  } satisfies Record<Asked, typeof answer>),
  note: text(4000, false).default(''),
})

export type EvaluationForm = z.output<typeof evaluationForm>

/**
 * Keeps the answers of an evaluation that is open.
 * @throws Problem `not-found`; `already-done` when it is decided; `conflict`; `cannot-be` at the field
 */
export const saveEvaluation = verb(
  'home.save-evaluation',
  async (work, input: EvaluationForm & { enrolmentId: string }): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const evaluation = await openOne(work, held, input.version)
    if (input.visitedOn && Temporal.PlainDate.compare(input.visitedOn, ctx.today) > 0)
      throw fieldProblem('visitedOn', 'This day has not come. Give the day of the visit.')
    await db
      .updateTable('home.evaluation')
      .set({
        visited_on: input.visitedOn,
        adults_counted: input.adultsCounted,
        answers: JSON.stringify(input.answers),
        note: input.note,
        version: input.version + 1,
      })
      .where('id', '=', evaluation.id)
      .execute()
    await emit('home.evaluation-changed', {
      evaluation: evaluation.id,
      enrolment: held.id,
      person: held.personId,
    })
    return { version: input.version + 1 }
  },
)

export const decisionForm = z.strictObject({
  version,
  outcome: z.enum(['accepted', 'refused'], 'Choose whether the home is accepted.'),
  reason: text(2000),
})

/**
 * An officer's decision on a home, stored with what it was taken from. It is accepted only with every criterion met:
 * EMP-3.3 requires them.
 * @throws Problem `not-found`; `already-done`; `conflict`; `cannot-be` with what is not met or not known
 */
export const decideEvaluation = verb(
  'home.decide-evaluation',
  async (work, input: z.output<typeof decisionForm> & { enrolmentId: string }): Promise<{ done: true }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const evaluation = await openOne(work, held, input.version)
    const facts = await factsOf(work, held, evaluation)
    const criteria = criteriaOf(facts)
    if (evaluation.visited_on === null)
      throw new Problem('cannot-be', 'Save the day of the visit first: nobody decides on a home unseen.')
    if (input.outcome === 'accepted') refuseUnmet(criteria)
    await db
      .updateTable('home.evaluation')
      .set({
        outcome: input.outcome,
        reason: input.reason,
        decided_on: JSON.stringify({ facts, criteria }),
        decided_at: ctx.now,
        decided_by: held.actor,
        version: input.version + 1,
      })
      .where('id', '=', evaluation.id)
      .execute()
    if (input.outcome === 'accepted' && evaluation.place_id) await keepWhereFound(work, evaluation.place_id)
    await emit('home.evaluation-changed', {
      evaluation: evaluation.id,
      enrolment: held.id,
      person: held.personId,
    })
    return { done: true }
  },
)

/** The home was visited where it stands now: from here on its corrections are measured from there. */
async function keepWhereFound({ db }: Work<'home'>, placeId: string): Promise<void> {
  await db
    .updateTable('home.place')
    .set(({ ref }) => ({ found_lat: ref('lat'), found_lon: ref('lon') }))
    .where('id', '=', placeId)
    .execute()
}

const words: Readonly<Record<Held['code'], string>> = {
  'in-area': 'whether the home is in the area',
  acceptable: 'whether the residence is acceptable',
  accessible: 'whether it is accessible to staff',
  electricity: 'whether there is electricity',
  cooperation: 'whether all who live there cooperate',
  consents: 'each adult’s signed consent to search',
  rules: 'each adult’s agreement to the rules',
}

function refuseUnmet(criteria: readonly Held[]): void {
  const unmet = criteria.filter(({ met }) => met === false)
  const unknown = criteria.filter(({ met }) => met === null)
  if (unmet.length + unknown.length === 0) return
  const say = (list: readonly Held[]) =>
    list.map(({ code, clause }) => `${words[code]} (${clause})`).join('; ')
  const parts = [
    ...(unmet.length > 0 ? [`Not met: ${say(unmet)}.`] : []),
    ...(unknown.length > 0 ? [`Still to ask: ${say(unknown)}.`] : []),
  ]
  throw fieldProblem('outcome', `The home cannot be accepted. ${parts.join(' ')}`)
}

async function openOne(work: Work<'home'>, held: HeldHome, shown: number) {
  const evaluation = await latestEvaluation(work, held.id)
  if (!evaluation) throw new Problem('cannot-be', 'There is no home on record yet. Enter its address first.')
  if (evaluation.version !== shown)
    throw await changedMeanwhile(work, {
      room: 'home',
      record: 'evaluation',
      rowId: evaluation.id,
      name: 'the evaluation of the home',
      current: {
        visitedOn: evaluation.visited_on?.toString() ?? null,
        adultsCounted: evaluation.adults_counted,
        ...(evaluation.answers as Record<string, unknown>),
        note: evaluation.note,
        version: evaluation.version,
      },
    })
  if (evaluation.outcome !== null)
    throw new Problem('already-done', 'This evaluation is decided. Open it again to decide again.')
  return evaluation
}

async function factsOf(
  { db }: Work<'home'>,
  held: HeldHome,
  evaluation: { answers: unknown; adults_counted: number | null },
) {
  const adults = await db.selectFrom('home.adult').selectAll().where('enrolment_id', '=', held.id).execute()
  return {
    expanded: isExpanded(held.pack),
    answers: evaluation.answers as Partial<Record<(typeof asked)[number], boolean | null>>,
    adultsCounted: evaluation.adults_counted,
    adults: adults.map((adult) => ({
      consentOn: adult.consent_on,
      rulesOn: adult.rules_on,
      withdrawnOn: adult.withdrawn_on,
      leftOn: adult.left_on,
    })),
  }
}

/** Whether the program is the one whose text asks EMP-3.3. */
export const isExpanded = (pack: string): boolean => pack === 'sacramento/home-detention-expanded'
