import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text, version } from '../../platform/schemas.ts'
import { dayInWords } from '../../platform/words.ts'
import { checkPaper } from '../check-paper.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'
import { reopen } from './open-evaluation.ts'

/** An adult who lives in the home. */
export const adultForm = z.strictObject({
  name: text(120),
  relation: text(80, false).default(''),
  livingSince: day.nullable(),
})

/**
 * Records an adult who lives in the home. One who comes after the home was evaluated opens the evaluation again.
 * @throws Problem `not-found`; `cannot-be` at the field
 */
export const addAdult = verb(
  'home.add-adult',
  async (work, input: z.output<typeof adultForm> & { enrolmentId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    if (input.livingSince) refuseToCome(work, 'livingSince', input.livingSince)
    const id = randomUUID()
    await db
      .insertInto('home.adult')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: held.id,
        person_id: held.personId,
        name: input.name,
        relation: input.relation,
        living_since: input.livingSince,
        added_at: ctx.now,
        added_by: held.actor,
      })
      .execute()
    await emit('home.adult-changed', { adult: id, enrolment: held.id, person: held.personId })
    await reopen(work, held, 'new-adult', { adultsCounted: await living(work, held.id), note: input.name })
    return { id }
  },
)

/** What an adult signed, and when. */
export const consentForm = z.strictObject({
  version,
  consentOn: day.nullable(),
  rulesOn: day.nullable(),
  paperId: id.nullable(),
})

/**
 * Records what an adult signed: the consent to search, and the rules (EMP-3.3d).
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const recordConsent = verb(
  'home.record-consent',
  async (work, input: z.output<typeof consentForm> & { adultId: string }): Promise<{ done: true }> => {
    const { adult, held } = await holdAdult(work, input.adultId, input.version)
    if (input.consentOn === null && input.rulesOn === null)
      throw fieldProblem('consentOn', 'Give the day of at least one of the two signatures.')
    if (input.consentOn) refuseToCome(work, 'consentOn', input.consentOn)
    if (input.rulesOn) refuseToCome(work, 'rulesOn', input.rulesOn)
    if (input.paperId) await checkPaper(work, held.personId, input.paperId)
    if (input.paperId && !input.consentOn)
      throw fieldProblem('consentOn', 'Give the day on which the scanned consent was signed.')
    const consent = adult.withdrawn_on
      ? await signedAgain(work, adult, held, input)
      : signed(adult, { consentOn: input.consentOn, paperId: input.paperId })
    await change(work, adult, { ...consent, rules_on: input.rulesOn })
    await work.emit('home.adult-changed', { adult: adult.id, enrolment: held.id, person: held.personId })
    if (adult.rules_on && !input.rulesOn)
      await reopen(work, held, 'other', { note: `${adult.name} does not agree to the rules any more.` })
    return { done: true }
  },
)

type HeldAdult = Awaited<ReturnType<typeof holdAdult>>['adult']
type Consent = Pick<z.output<typeof consentForm>, 'consentOn' | 'paperId'>

/** A home stands accepted on the consents: one is taken back in its own act, never emptied (EMP-3.3d). */
function signed(adult: HeldAdult, { consentOn, paperId }: Consent) {
  if (adult.consent_on && !consentOn)
    throw fieldProblem(
      'consentOn',
      `The consent of ${dayInWords(adult.consent_on)} is on record. Record that it was withdrawn instead.`,
    )
  return { consent_on: consentOn, consent_paper_id: paperId }
}

/**
 * A consent that was withdrawn holds again only by a signature that came after; what it replaces is kept. With no
 * day it stays withdrawn.
 */
async function signedAgain(
  { ctx, db }: Work<'home'>,
  adult: HeldAdult,
  held: HeldHome,
  { consentOn, paperId }: Consent,
) {
  if (!consentOn) return {}
  if (Temporal.PlainDate.compare(consentOn, adult.withdrawn_on!) < 0)
    throw fieldProblem(
      'consentOn',
      `The consent was withdrawn on ${dayInWords(adult.withdrawn_on!)}. Give the day of a signature after that, or leave this empty.`,
    )
  await db
    .insertInto('home.earlier_consent')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      adult_id: adult.id,
      enrolment_id: held.id,
      person_id: held.personId,
      consent_on: adult.consent_on!,
      consent_paper_id: adult.consent_paper_id,
      withdrawn_on: adult.withdrawn_on!,
      withdrawn_note: adult.withdrawn_note ?? '',
      replaced_at: ctx.now,
      replaced_by: held.actor,
    })
    .execute()
  return { consent_on: consentOn, consent_paper_id: paperId, withdrawn_on: null, withdrawn_note: null }
}

export const withdrawForm = z.strictObject({ version, on: day, note: text(1000, false).default('') })

/**
 * Records that an adult takes the consent back: the evaluation opens again (EMP-3.3, own).
 * @throws Problem `not-found`, `conflict`; `cannot-be` without a consent, or at the field
 */
export const withdrawConsent = verb(
  'home.withdraw-consent',
  async (work, input: z.output<typeof withdrawForm> & { adultId: string }): Promise<{ done: true }> => {
    const { adult, held } = await holdAdult(work, input.adultId, input.version)
    if (!adult.consent_on || adult.withdrawn_on)
      throw new Problem('cannot-be', `${adult.name} has no consent that could be withdrawn.`)
    refuseToCome(work, 'on', input.on)
    if (Temporal.PlainDate.compare(input.on, adult.consent_on) < 0)
      throw fieldProblem('on', 'This is before the consent was signed.')
    await change(work, adult, { withdrawn_on: input.on, withdrawn_note: input.note })
    await work.emit('home.adult-changed', { adult: adult.id, enrolment: held.id, person: held.personId })
    await reopen(work, held, 'consent-withdrawn', { note: adult.name })
    return { done: true }
  },
)

/**
 * Records that an adult lives in the home no more.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const adultLeft = verb(
  'home.adult-left',
  async (
    work,
    input: { adultId: string; version: number; on: Temporal.PlainDate },
  ): Promise<{ done: true }> => {
    const { adult, held } = await holdAdult(work, input.adultId, input.version)
    refuseToCome(work, 'on', input.on)
    await change(work, adult, { left_on: input.on })
    await work.emit('home.adult-changed', { adult: adult.id, enrolment: held.id, person: held.personId })
    return { done: true }
  },
)

async function holdAdult(work: Work<'home'>, adultId: string, shown: number) {
  const found = await work.db
    .selectFrom('home.adult')
    .select('enrolment_id')
    .where('id', '=', adultId)
    .executeTakeFirst()
  if (!found) throw notFound('adult of a household')
  const held = await holdHome(work, found.enrolment_id)
  const adult = await work.db
    .selectFrom('home.adult')
    .selectAll()
    .where('id', '=', adultId)
    .executeTakeFirstOrThrow()
  if (adult.version !== shown)
    throw await changedMeanwhile(work, {
      room: 'home',
      record: 'adult',
      rowId: adultId,
      name: adult.name,
      current: {
        consentOn: adult.consent_on?.toString() ?? null,
        rulesOn: adult.rules_on?.toString() ?? null,
        version: adult.version,
      },
    })
  if (adult.left_on) throw new Problem('already-done', `${adult.name} lives there no more.`)
  return { adult, held }
}

async function change(
  { db }: Work<'home'>,
  adult: { id: string; version: number },
  set: {
    consent_on?: Temporal.PlainDate | null
    rules_on?: Temporal.PlainDate | null
    consent_paper_id?: string | null
    withdrawn_on?: Temporal.PlainDate | null
    withdrawn_note?: string | null
    left_on?: Temporal.PlainDate
  },
): Promise<void> {
  await db
    .updateTable('home.adult')
    .set({ ...set, version: adult.version + 1 })
    .where('id', '=', adult.id)
    .execute()
}

async function living({ db }: Work<'home'>, enrolmentId: string): Promise<number> {
  const { adults } = await db
    .selectFrom('home.adult')
    .select(({ fn }) => fn.countAll<number>().as('adults'))
    .where('enrolment_id', '=', enrolmentId)
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  return adults
}

function refuseToCome({ ctx }: Work<'home'>, path: string, on: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(on, ctx.today) > 0) throw fieldProblem(path, 'This day has not come.')
}
