import { type Assessment, type Finding, type Permission, type Rank, say } from '@inlieu/law'
import type { Role } from '../access/index.ts'
import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { programOf, programRun } from '../programs/index.ts'
import { fullName, type IntakeEnrolment } from './enrolment.ts'
import { isGround } from './screening-decision.ts'

/** What a notice of denial is about. */
export interface Denied {
  step: 'admission' | 'early-release'
  reason: string
  grounds: readonly string[]
  departs: boolean
  assessment: Assessment
  permission: Permission
}

/** A ground as the notice says it: the clause in plain words, and what it was found from. */
export interface NoticeGround {
  clause: string
  text: string
  found: string[]
}

/**
 * Asks for the notice a denied person gets: what was decided, each ground with its clause in plain words, who
 * decided, and how to challenge it, in the person's language.
 */
export async function askDenialNotice(
  work: Work<'intake'>,
  enrolment: IntakeEnrolment,
  denied: Denied,
): Promise<string> {
  const { ctx, db } = work
  const { language } = enrolment
  const pack = programOf(enrolment)
  const { assessment } = denied
  const days = assessment.parameters.values.challengeDays?.value ?? null
  const address = await db
    .selectFrom('people.v_person')
    .select(['line1', 'line2', 'city', 'state', 'zip'])
    .where('id', '=', enrolment.personId)
    .executeTakeFirstOrThrow()
  const { documentId } = await askDocument(work, {
    kind: 'intake/denial-notice',
    title: titleOf(denied.step, enrolment, language),
    personId: enrolment.personId,
    about: { enrolment: enrolment.id },
    language,
    footer: `${pack.title} ${assessment.version} · ${assessment.hash.slice(0, 12)} · ${assessment.on}`,
    data: {
      step: denied.step,
      program: programRun(enrolment.pack)?.name ?? pack.title,
      name: fullName(enrolment),
      number: enrolment.number,
      address,
      day: ctx.today.toString(),
      grounds: noticeGrounds(assessment, denied.grounds, language),
      departs: denied.departs,
      reason: denied.reason,
      officer: ctx.actorName,
      rank: rankInWords(ctx.roles, denied.permission, language),
      challengeDays: days,
      challengeUntil: typeof days === 'number' ? ctx.today.add({ days }).toString() : null,
    },
  })
  return documentId
}

/** The title names the program; one that has no Spanish name goes by its own. */
function titleOf(step: Denied['step'], { pack }: { pack: string }, language: 'en' | 'es'): string {
  if (step === 'early-release')
    return language === 'es'
      ? 'Aviso de denegación: liberación anticipada'
      : 'Notice of denial: early release'
  const name = programRun(pack)?.name ?? programOf({ pack }).title
  if (language === 'en') return `Notice of denial: ${name}`
  return `Aviso de denegación: ${pack === 'contra-costa/work-alternative' ? 'Programa de Trabajo Alternativo' : name}`
}

/** The chosen grounds in plain words; each says what was found, so that a person can say what is wrong. */
export function noticeGrounds(
  assessment: Assessment,
  clauses: readonly string[],
  language: 'en' | 'es',
): NoticeGround[] {
  return assessment.findings
    .filter((finding) => isGround(finding) && clauses.includes(finding.clause))
    .map((finding) => ({
      clause: finding.clause,
      text: say(language, finding.textCode, numbersOf(finding.parametersUsed)),
      found: foundFrom(finding, assessment.pack, language),
    }))
}

function foundFrom(finding: Finding, packName: string, language: 'en' | 'es'): string[] {
  const facts = new Map(programOf({ pack: packName }).facts.map((fact) => [fact.name, fact]))
  return Object.entries(finding.factsUsed)
    .filter(([, value]) => (finding.kind === 'require' ? value !== null : value !== null && value !== false))
    .map(([name, value]) => {
      const fact = facts.get(name)
      const chosen =
        fact?.type === 'choice' ? fact.choices.find((choice) => choice.value === value) : undefined
      const answer = chosen ? say(language, chosen.textCode) : answerInWords(value, language)
      return `${say(language, fact?.question ?? name)} ${answer}`
    })
}

function answerInWords(value: unknown, language: 'en' | 'es'): string {
  if (typeof value === 'number') return String(value)
  if (language === 'es') return value ? 'Sí' : 'No'
  return value ? 'Yes' : 'No'
}

function numbersOf(parameters: Finding['parametersUsed']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

/** The rank in which the officer decided, as the authority table names it. */
function rankInWords(roles: readonly Role[], permission: Permission, language: 'en' | 'es'): string {
  const rank = permission.ranks.find((one: Rank) => (roles as readonly string[]).includes(one))
  return rank ? say(language, `authority.holder.${rank}`) : ''
}
