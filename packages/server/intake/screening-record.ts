import type { Assessment, FactValue, Step } from '@inlieu/law'
import { assess } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import type { RoomTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { parametersOn, programOf } from '../programs/index.ts'
import type { IntakeEnrolment } from './enrolment.ts'
import { factsOf, type KnownFact, knownFacts, recordedFacts } from './screening-facts.ts'

export type Answers = Readonly<Record<string, FactValue>>

/** A screening as it stands on record. */
export interface ScreeningRecord {
  id: string
  step: Step
  number: number
  answers: Answers
  decided: boolean
  version: number
}

/** The latest screening of a step; null when nobody has begun one. */
export async function latestScreening(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
  step: Step,
): Promise<ScreeningRecord | null> {
  const row = await tx
    .selectFrom('intake.screening')
    .select(['id', 'number', 'answers', 'decided_at', 'version'])
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    step,
    number: row.number,
    answers: row.answers as Answers,
    decided: row.decided_at !== null,
    version: row.version,
  }
}

/**
 * Holds the open screening of a step as the page showed it.
 * @param version null: the page showed that none is open
 * @returns the open one, and the number of the latest
 * @throws Problem `conflict` when somebody began or answered it meanwhile
 */
export async function holdScreening(
  work: Work<'intake'>,
  enrolmentId: string,
  step: Step,
  version: number | null,
): Promise<{ open: ScreeningRecord | null; last: number }> {
  await work.db
    .selectFrom('intake.screening')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
  const latest = await latestScreening(work.db, enrolmentId, step)
  const open = latest && !latest.decided ? latest : null
  if ((open?.version ?? null) === version) return { open, last: latest?.number ?? 0 }
  if (!latest) throw new Problem('not-found', 'There is no screening yet. Load the page again.')
  throw await changedMeanwhile(work, {
    room: 'intake',
    record: 'screening',
    rowId: latest.id,
    name: 'this screening',
    current: { ...latest.answers, version: latest.version },
  })
}

/** The facts of a screening, each with where it came from, and what the law says of them. */
export interface PutTogether {
  facts: Answers
  known: Readonly<Record<string, KnownFact>>
  assessment: Assessment
}

/** Puts what the record says and what was asked before the rules as they stand today. */
export async function putTogether(
  tx: RoomTx<'intake'>,
  enrolment: IntakeEnrolment,
  step: Step,
  answers: Answers,
  today: Temporal.PlainDate,
): Promise<PutTogether> {
  const pack = programOf(enrolment)
  const known = knownFacts(step, await recordedFacts(tx, enrolment))
  const facts = Object.fromEntries(
    factsOf(pack, step).map((fact) => [fact.name, known[fact.name]?.value ?? answers[fact.name] ?? null]),
  )
  const parameters = await parametersOn(tx, enrolment.pack, today)
  return { facts, known, assessment: assess(pack, parameters, facts, today.toString(), step) }
}
