import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { askDocument } from '../../platform/documents.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id } from '../../platform/schemas.ts'
import { programOf, programRun } from '../../programs/index.ts'
import { checkPaper } from '../check-paper.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'
import { contractMatter } from './contract-matter.ts'
import type { Term } from './standard-terms.ts'
import { termsOf } from './terms.ts'

/**
 * Makes the next version of the program contract, to be signed (EMP-4.3): the terms as they stand now, printed in the
 * person's language unless told otherwise. The version that is signed stays in force until this one is.
 * @throws Problem `not-found`
 */
export const makeContract = verb(
  'home.make-contract',
  async (
    work,
    input: { enrolmentId: string; language: 'en' | 'es' | null },
  ): Promise<{ id: string; number: number; documentId: string }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const number = ((await latestContract(work, held.id))?.number ?? 0) + 1
    const id = randomUUID()
    const terms = termsOf(await contractMatter(db, held.id))
    const printed = await print(work, held, { id, number, terms, language: input.language })
    await db
      .insertInto('home.contract')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: held.id,
        person_id: held.personId,
        number,
        terms: JSON.stringify(terms),
        language: printed.language,
        document_id: printed.documentId,
        made_at: ctx.now,
        made_by: held.actor,
      })
      .execute()
    await emit('home.contract-changed', { contract: id, enrolment: held.id, person: held.personId })
    return { id, number, documentId: printed.documentId }
  },
)

export const signedForm = z.strictObject({ signedOn: day, paperId: id.nullable() })

/**
 * Records that the latest version of the contract was signed, with its scan.
 * @throws Problem `not-found`; `already-done`; `cannot-be` for an earlier version, or at the field
 */
export const recordSigned = verb(
  'home.record-signed',
  async (work, input: z.output<typeof signedForm> & { contractId: string }): Promise<{ done: true }> => {
    const { ctx, db, emit } = work
    const found = await db
      .selectFrom('home.contract')
      .select('enrolment_id')
      .where('id', '=', input.contractId)
      .executeTakeFirst()
    if (!found) throw notFound('contract')
    const held = await holdHome(work, found.enrolment_id)
    const latest = (await latestContract(work, held.id))!
    if (latest.id !== input.contractId)
      throw new Problem('cannot-be', `Version ${latest.number} of the contract is newer. That one is signed.`)
    if (latest.signed_on) throw new Problem('already-done', 'This version is signed already.')
    checkDay(work, input.signedOn, latest.made_at)
    if (input.paperId) await checkPaper(work, held.personId, input.paperId)
    await db
      .updateTable('home.contract')
      .set({
        signed_on: input.signedOn,
        paper_id: input.paperId,
        signed_recorded_at: ctx.now,
        signed_recorded_by: held.actor,
      })
      .where('id', '=', input.contractId)
      .execute()
    await emit('home.contract-changed', {
      contract: input.contractId,
      enrolment: held.id,
      person: held.personId,
    })
    return { done: true }
  },
)

function checkDay({ ctx }: Work<'home'>, signedOn: Temporal.PlainDate, madeAt: Temporal.Instant): void {
  if (Temporal.PlainDate.compare(signedOn, ctx.today) > 0)
    throw fieldProblem('signedOn', 'This day has not come. Give the day on which it was signed.')
  const made = madeAt.toZonedDateTimeISO(ctx.agency.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(signedOn, made) < 0)
    throw fieldProblem('signedOn', 'This version did not exist on that day yet.')
}

const latestContract = ({ db }: Work<'home'>, enrolmentId: string) =>
  db
    .selectFrom('home.contract')
    .select(['id', 'number', 'signed_on', 'made_at'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

interface Printed {
  id: string
  number: number
  terms: readonly Term[]
  language: 'en' | 'es' | null
}

async function print(work: Work<'home'>, held: HeldHome, printed: Printed) {
  const person = await work.db
    .selectFrom('people.v_person')
    .select(['birth_date', 'language'])
    .where('id', '=', held.personId)
    .executeTakeFirstOrThrow()
  const home = await work.db
    .selectFrom('home.place')
    .select('address')
    .where('enrolment_id', '=', held.id)
    .where('kind', '=', 'home')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const language = printed.language ?? (person.language === 'es' ? 'es' : 'en')
  const pack = programOf({ pack: held.pack })
  const name = language === 'es' ? 'Contrato del programa' : 'Program contract'
  const { documentId } = await askDocument(work, {
    kind: 'home/program-contract',
    title: `${name} ${held.number}, ${language === 'es' ? 'versión' : 'version'} ${printed.number}`,
    personId: held.personId,
    about: { contract: printed.id, enrolment: held.id },
    language,
    footer: `${held.number} · ${pack.title} ${pack.version} (${pack.hash.slice(0, 12)}) · ${work.ctx.today}`,
    data: {
      name: held.person,
      birthDate: person.birth_date?.toString() ?? null,
      number: held.number,
      program: programRun(held.pack)?.name ?? pack.title,
      home: home?.address ?? '',
      terms: printed.terms.map((term) => ({ text: term[language], clause: term.clause })),
    },
  })
  return { documentId, language }
}
