import { type Assessment, assess, type Finding } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import type { Words } from '../../platform/words.ts'
import { both } from '../../platform/words.ts'
import { parametersOn, programOf } from '../../programs/index.ts'

/** What has to be there before a unit is put on somebody; the first three follow from the record of this room. */
export const readinessCodes = ['place', 'home', 'deputy', 'law'] as const

/** One of them, with where it stands. */
export interface ReadyItem {
  /** A rule of the law is told from another by its clause. */
  code: (typeof readinessCodes)[number]
  clause: string
  own: boolean
  /** null: unknown, still to ask. */
  met: boolean | null
  text: Words
}

/** Whether somebody can be fitted, and the law's answer whole. */
export interface Readiness {
  items: ReadyItem[]
  assessment: Assessment
}

/** What the record says of an enrolment as far as installation reads it. */
export interface ReadinessFacts {
  slotHeld: boolean
  slotClause: string
  evaluation: 'none' | 'open' | 'accepted' | 'refused'
  deputyNamed: boolean
  contractSignedOn: Temporal.PlainDate | null
  absenceKindsSet: boolean
  parametersApproved: boolean
}

const own: Readonly<Record<'place' | 'home' | 'deputy', Words>> = {
  place: { en: 'A place in the program is held', es: 'Hay un lugar reservado en el programa' },
  home: { en: 'The home was evaluated and accepted', es: 'El hogar fue evaluado y aceptado' },
  deputy: { en: 'A deputy is named', es: 'Hay un agente designado' },
}

/** Puts together what has to be there: what the law requires before installation, and what this room adds. */
export function readinessOf(facts: ReadinessFacts, assessment: Assessment, expanded: boolean): ReadyItem[] {
  return [
    { code: 'place', clause: facts.slotClause, own: true, met: facts.slotHeld, text: own.place },
    {
      code: 'home',
      clause: 'EMP-3.3',
      own: !expanded,
      met: facts.evaluation === 'accepted',
      text: own.home,
    },
    { code: 'deputy', clause: 'EMP-0.10', own: false, met: facts.deputyNamed, text: own.deputy },
    ...assessment.findings.filter(({ kind }) => kind !== 'factor').map(lawItem),
  ]
}

const lawItem = (finding: Finding): ReadyItem => ({
  code: 'law',
  clause: finding.clause,
  own: finding.own,
  met:
    finding.verdict === 'unknown' ? null : finding.verdict === (finding.kind === 'bar' ? 'not-met' : 'met'),
  text: both(finding.textCode),
})

/** What is missing, said so that somebody can act on it; null when nothing is. */
export function missingInWords(items: readonly ReadyItem[]): string | null {
  const missing = items.filter(({ met }) => met !== true)
  if (missing.length === 0) return null
  const list = missing.map(({ text, clause }) => `${text.en} (${clause})`).join('; ')
  return `No unit can be put on yet. Missing: ${list}.`
}

/** Reads whether somebody can be fitted as the record stands. */
export async function readReadiness(
  tx: RoomTx<'home'>,
  ctx: Pick<Context, 'today' | 'now'>,
  enrolment: { id: string; pack: string },
): Promise<Readiness> {
  const pack = programOf(enrolment)
  const facts = await readFacts(tx, ctx, enrolment)
  const parameters = await parametersOn(tx, enrolment.pack, ctx.today)
  const read = new Set(pack.facts.map(({ name }) => name))
  const known = {
    contractSignedOn: facts.contractSignedOn?.toString() ?? null,
    monitoringParametersApproved: facts.parametersApproved,
    absenceKindsSet: facts.absenceKindsSet,
  }
  const asked = Object.fromEntries(Object.entries(known).filter(([name]) => read.has(name)))
  const assessment = assess(pack, parameters, asked, ctx.today.toString(), 'installation')
  const expanded = pack.rules.some(({ clause }) => clause === 'EMP-3.3')
  return { items: readinessOf(facts, assessment, expanded), assessment }
}

async function readFacts(
  tx: RoomTx<'home'>,
  ctx: Pick<Context, 'now'>,
  enrolment: { id: string; pack: string },
): Promise<ReadinessFacts> {
  const of = enrolment.id
  const slot = await tx
    .selectFrom('home.slot')
    .select('id')
    .where('enrolment_id', '=', of)
    .where('given_at', 'is not', null)
    .where('freed_at', 'is', null)
    .executeTakeFirst()
  const evaluation = await tx
    .selectFrom('home.v_evaluation')
    .select('state')
    .where('enrolment_id', '=', of)
    .executeTakeFirst()
  const deputy = await tx
    .selectFrom('home.deputy')
    .select('id')
    .where('enrolment_id', '=', of)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const contract = await tx
    .selectFrom('home.v_contract')
    .select('signed_on')
    .where('enrolment_id', '=', of)
    .executeTakeFirst()
  const kinds = await tx
    .selectFrom('home.v_absence_kinds')
    .select('id')
    .where('enrolment_id', '=', of)
    .executeTakeFirst()
  return {
    slotHeld: slot !== undefined,
    slotClause: programOf(enrolment).capacities.find(({ name }) => name === 'supervised')?.clause ?? '',
    evaluation: (evaluation?.state ?? 'none') as ReadinessFacts['evaluation'],
    deputyNamed: deputy !== undefined,
    contractSignedOn: contract?.signed_on ?? null,
    absenceKindsSet: kinds !== undefined,
    parametersApproved: await parametersApproved(tx, ctx.now),
  }
}

/** EMP-7.3: whether a named officer has approved the numbers that people are followed by. */
async function parametersApproved(tx: RoomTx<'home'>, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('monitoring.v_guideline')
    .select('id')
    .where('subject', '=', 'parameters')
    .where('effective_at', '<=', now)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
