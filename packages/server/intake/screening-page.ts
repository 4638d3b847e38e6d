import {
  type Assessment,
  type Delegation,
  type FeeRequirement,
  type Finding,
  mayDecide,
  type Step,
} from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { ranksOf } from '../access/index.ts'
import type { Context } from '../platform/context.ts'
import { type RoomTx, viewsOf } from '../platform/database.ts'
import { both, type Words } from '../platform/words.ts'
import { delegationsTo, isEnded, programOf, programRun } from '../programs/index.ts'
import { challengeDaysOf } from './decide-screening.ts'
import { readEnrolment } from './enrolment.ts'
import { type MadePaper, paperOf } from './made-paper.ts'
import { releaseFees } from './release-fees.ts'
import { isGround } from './screening-decision.ts'
import {
  type AskedFact,
  carriedOver,
  type FactSource,
  factsOf,
  type KnownFact,
  refuseOtherStep,
  type ScreenedStep,
  stepsOf,
} from './screening-facts.ts'
import { type Answers, latestScreening, putTogether, type ScreeningRecord } from './screening-record.ts'

/** A question of a screening and what is known of its answer. */
export interface ShownFact {
  name: string
  question: Words
  type: 'yes-no' | 'count' | 'choice'
  unit: string | null
  maximum: number | null
  /** The answers to choose from; empty for another type. */
  choices: { value: string; text: Words }[]
  value: boolean | number | string | null
  /** null: nobody has said. */
  source: FactSource | null
  clauses: string[]
}

/** A rule's answer as the page shows it. */
export interface ShownFinding {
  clause: string
  kind: Finding['kind']
  verdict: Finding['verdict']
  /** Where it stands on the page: settled, in the officer's judgement, or still to ask. */
  group: 'settled' | 'judgement' | 'ask'
  isGround: boolean
  own: boolean
  text: Words
  note: Words | null
  facts: string[]
}

/** A decision that was taken, as it is on record. */
export interface ShownDecision {
  decision: 'admit' | 'deny'
  reason: string
  departs: boolean
  grounds: string[]
  on: Temporal.PlainDate
  by: string
  notice: MadePaper | null
}

/**
 * Everything the page of a screening shows. A decided one shows what it was taken from, as stored; an open one
 * what the record and the answers come to today.
 * @param again the page wants to screen anew although the last one is decided
 */
export async function readScreeningPage(
  tx: RoomTx<'intake'>,
  ctx: Context,
  asked: { enrolmentId: string; step: ScreenedStep; again: boolean },
) {
  const enrolment = await readEnrolment(tx, asked.enrolmentId, ctx.today)
  const pack = programOf(enrolment)
  refuseOtherStep(pack, asked.step)
  const latest = await latestScreening(tx, enrolment.id, asked.step)
  const decided = latest?.decided ? await readDecision(tx, latest) : null
  const showsDecided = decided !== null && !asked.again
  const open = latest && !latest.decided ? latest : null
  const facts = factsOf(pack, asked.step)
  const answers = open?.answers ?? (await answersBefore(tx, enrolment.id, latest, asked.step, facts))
  const now = showsDecided ? null : await putTogether(tx, enrolment, asked.step, answers, ctx.today)
  const assessment = now?.assessment ?? decided!.assessment
  const sources = now ? sourcesOf(now.known, now.facts) : decided!.sources
  const held = await delegationsTo(viewsOf(tx), ctx.actor ?? '', pack.name)
  const fees = await feesOf(tx, { step: asked.step, enrolment, decided: showsDecided ? decided : null, ctx })
  return {
    bookingNumber: enrolment.number,
    program: programRun(enrolment.pack)?.name ?? pack.title,
    personId: enrolment.personId,
    state: enrolment.state,
    step: asked.step,
    steps: stepsOf(pack),
    number: open?.number ?? (latest?.number ?? 0) + (showsDecided ? 0 : 1),
    version: open?.version ?? null,
    canScreen: !isEnded(enrolment.state),
    facts: facts.map((fact) => shownFact(fact, assessment, sources)),
    findings: assessment.findings.map(shownFinding),
    openParameters: assessment.missing
      .filter((missing) => missing.of === 'parameter')
      .map((missing) => ({ name: missing.name, question: both(missing.question) })),
    outcome: assessment.outcome,
    packVersion: assessment.version,
    packHash: assessment.hash,
    on: assessment.on,
    challengeDays: challengeDaysOf(assessment),
    fees: fees && { ...fees, text: both(fees.textCode) },
    mayDecide: {
      admit: may(ctx, pack.name, asked.step === 'early-release' ? 'early-release' : 'admit', held),
      deny: may(ctx, pack.name, asked.step === 'early-release' ? 'early-release' : 'deny', held),
    },
    decision: decided && shownDecision(decided),
    statusX: await isStatusX(tx, enrolment.id),
  }
}

interface StoredDecision extends ShownDecision {
  assessment: Assessment
  sources: Readonly<Record<string, FactSource>>
  fees: FeeRequirement | null
}

const shownDecision = ({ decision, reason, departs, grounds, on, by, notice }: StoredDecision) => ({
  decision,
  reason,
  departs,
  grounds,
  on,
  by,
  notice,
})

async function readDecision(tx: RoomTx<'intake'>, screening: ScreeningRecord): Promise<StoredDecision> {
  const row = await tx
    .selectFrom('intake.screening_decision as d')
    .leftJoin('access.v_account as a', 'a.id', 'd.decided_by')
    .leftJoin('platform.v_document as n', 'n.id', 'd.notice_document_id')
    .selectAll('d')
    .select(['a.display_name', 'd.notice_document_id as document_id', 'n.paper_id', 'n.failure'])
    .where('d.screening_id', '=', screening.id)
    .executeTakeFirstOrThrow()
  return {
    decision: row.decision === 'admit' ? 'admit' : 'deny',
    reason: row.reason,
    departs: row.departs,
    grounds: row.grounds as string[],
    on: row.decided_on,
    by: row.display_name ?? '',
    notice: paperOf(row),
    assessment: row.assessment as Assessment,
    sources: row.sources as Record<string, FactSource>,
    fees: row.release_fees as FeeRequirement | null,
  }
}

/** For a screening nobody has begun: the answers given in the one before, of this step or the other. */
async function answersBefore(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
  latest: ScreeningRecord | null,
  step: Step,
  facts: readonly AskedFact[],
): Promise<Answers> {
  const other = step === 'admission' ? 'early-release' : 'admission'
  const before = latest ?? (await latestScreening(tx, enrolmentId, other))
  return before ? carriedOver(before.answers, facts) : {}
}

function sourcesOf(
  known: Readonly<Record<string, KnownFact>>,
  facts: Answers,
): Readonly<Record<string, FactSource>> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== null)
      .map(([name]) => [name, known[name]?.source ?? 'asked']),
  )
}

function shownFact(
  fact: AskedFact,
  assessment: Assessment,
  sources: Readonly<Record<string, FactSource>>,
): ShownFact {
  return {
    name: fact.name,
    question: both(fact.question),
    type: fact.type,
    unit: fact.type === 'count' ? fact.unit : null,
    maximum: fact.type === 'count' ? fact.maximum : null,
    choices:
      fact.type === 'choice'
        ? fact.choices.map(({ value, textCode }) => ({ value, text: both(textCode) }))
        : [],
    value: assessment.facts[fact.name] ?? null,
    source: sources[fact.name] ?? null,
    clauses: [
      ...new Set(
        assessment.findings
          .filter((finding) => fact.name in finding.factsUsed)
          .map((finding) => finding.clause),
      ),
    ],
  }
}

function shownFinding(finding: Finding): ShownFinding {
  const numbers = Object.fromEntries(
    Object.entries(finding.parametersUsed).filter(([, value]) => value !== null),
  ) as Record<string, string | number>
  return {
    clause: finding.clause,
    kind: finding.kind,
    verdict: finding.verdict,
    group: groupOf(finding),
    isGround: isGround(finding),
    own: finding.own,
    text: both(finding.textCode, numbers),
    note: finding.note === null ? null : both(finding.note),
    facts: Object.keys(finding.factsUsed),
  }
}

/** What nobody knows is asked; a factor that is met is weighed by the officer; all else is settled. */
export function groupOf(finding: Pick<Finding, 'kind' | 'verdict'>): ShownFinding['group'] {
  if (finding.verdict === 'unknown') return 'ask'
  return finding.kind === 'factor' && finding.verdict === 'met' ? 'judgement' : 'settled'
}

async function feesOf(
  tx: RoomTx<'intake'>,
  given: {
    step: Step
    enrolment: Awaited<ReturnType<typeof readEnrolment>>
    decided: StoredDecision | null
    ctx: Context
  },
): Promise<FeeRequirement | null> {
  if (given.step !== 'early-release') return null
  return given.decided?.fees ?? releaseFees(tx, given.enrolment, null, given.ctx.today)
}

/** Whether this account may decide, by its ranks or by what was delegated to it. */
function may(
  ctx: Context,
  packName: string,
  decision: 'admit' | 'deny' | 'early-release',
  delegations: readonly Delegation[],
) {
  const permission = mayDecide(programOf({ pack: packName }), {
    decision,
    actorId: ctx.actor ?? '',
    ranks: ranksOf(ctx.roles),
    delegations,
    on: ctx.today.toString(),
  })
  return {
    allowed: permission.allowed,
    because: both(permission.textCode),
    clause: permission.clause,
    ranks: permission.ranks.map((rank) => both(`authority.holder.${rank}`)),
  }
}

async function isStatusX(tx: RoomTx<'intake'>, enrolmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('intake.v_screening')
    .select('status_x')
    .where('enrolment_id', '=', enrolmentId)
    .where('status_x', '=', true)
    .executeTakeFirst()
  return row !== undefined
}
