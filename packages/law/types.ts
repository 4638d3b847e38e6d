/**
 * Every public type of the law engine, and the signatures of its functions (`Law`).
 *
 * Inputs and results are plain JSON: what was decided is stored as it stands and can be run again from the
 * record. Days are `YYYY-MM-DD`, money is integer cents, an answer nobody has is `null` or left out and
 * reads as unknown. Nothing here reads a clock: the day is always an argument.
 */
export type * from './authority/types.ts'
export type * from './commitment/types.ts'
export type * from './committee/types.ts'
export type * from './county/types.ts'
export type * from './deadlines/types.ts'
export type * from './diff/types.ts'
export type * from './eligibility/types.ts'
export type * from './errata/types.ts'
export type * from './fees/types.ts'
export type * from './intake/types.ts'
export type * from './leave/types.ts'
export type * from './pack.types.ts'
export type * from './parameters.types.ts'
export type * from './sanctions/types.ts'
export type * from './schedule/types.ts'
export type * from './sentence/types.ts'

import type { Decision, DecisionRequest, Permission } from './authority/types.ts'
import type { Checklist, CommitmentItem, CommitmentOrigin, CommitmentPaper } from './commitment/types.ts'
import type {
  CommitteeDecision,
  CommitteeInput,
  CommitteeStanding,
  CommitteeVote,
  ProjectCheck,
  WorkProject,
} from './committee/types.ts'
import type { CountyInstance } from './county/types.ts'
import type { Deadline, Places, ProcessInput, ProcessStanding, TestsDue } from './deadlines/types.ts'
import type { DiffCase, LawDiff, Standing } from './diff/types.ts'
import type { Assessment, Facts, Step } from './eligibility/types.ts'
import type { DecidedResult, ErratumCases } from './errata/types.ts'
import type {
  Collectibility,
  FeeInput,
  FeeLine,
  FeePeriodPart,
  FeeReduction,
  FeeRequirement,
  FeeResolution,
  FeeResolutionCheck,
  FeesOnBooks,
  FeeWorksheet,
  FineConversion,
  FineInput,
  ReducedFee,
} from './fees/types.ts'
import type {
  BookingField,
  Credit,
  IntakeItem,
  IntakeSituation,
  PolicyReview,
  RosterReturn,
  ScheduledDay,
  ViolationLetter,
} from './intake/types.ts'
import type { LeaveAnswer, LeaveRequest } from './leave/types.ts'
import type { Day, JsonSchema, Language, Pack, TextCode, Values } from './pack.types.ts'
import type { ParameterOverride, Parameters } from './parameters.types.ts'
import type {
  ImposedSanction,
  SanctionBlocked,
  SanctionCheck,
  SanctionProposal,
  ViolationInput,
} from './sanctions/types.ts'
import type { DayPlan, DayPlanInput, SiteRanking, SiteRankingInput } from './schedule/types.ts'
import type { CannotCompute, GoodTimeStanding, SentenceInput, Worksheet } from './sentence/types.ts'

/** The whole public surface of the engine. `index.ts` satisfies this, checked by a test. */
export interface Law {
  pack(name: string): Pack
  resolveParameters(pack: Pack, overrides: readonly ParameterOverride[], on: Day): Parameters
  assess(pack: Pack, parameters: Parameters, facts: Facts, on: Day, step?: Step): Assessment
  commitmentItems(pack: Pack, origin: CommitmentOrigin): readonly CommitmentItem[]
  checkCommitment(pack: Pack, paper: CommitmentPaper): Checklist
  computeSentence(pack: Pack, input: SentenceInput, parameters?: Parameters | null): Worksheet | CannotCompute
  goodTimeStanding(pack: Pack, input: SentenceInput): readonly GoodTimeStanding[]
  daysPassed(worksheet: Pick<Worksheet, 'bars'>, on: Day): number
  committeeStanding(pack: Pack, parameters: Parameters, input: CommitteeInput, on: Day): CommitteeStanding
  committeeVote(pack: Pack, parameters: Parameters, vote: CommitteeVote): CommitteeDecision
  checkProject(pack: Pack, project: WorkProject, on: Day): ProjectCheck
  mayLeave(pack: Pack, parameters: Parameters, request: LeaveRequest): LeaveAnswer
  countyPack(pack: Pack, county: CountyInstance): Pack
  countyFacts(pack: Pack, county: CountyInstance, on: Day): Facts
  standing(pack: Pack, overrides: readonly ParameterOverride[], on: Day): Standing
  diff(before: Standing, after: Standing, cases?: readonly DiffCase[]): LawDiff
  decidedUnder(pack: Pack, results: readonly DecidedResult[]): readonly ErratumCases[]
  assessFees(pack: Pack, parameters: Parameters, input: FeeInput, on: Day): FeeWorksheet
  assessPeriod(
    pack: Pack,
    overrides: readonly ParameterOverride[],
    period: { readonly from: Day; readonly until: Day } & Pick<FeeInput, 'abilityReviewedOn'>,
  ): readonly FeePeriodPart[]
  reduceFee(
    pack: Pack,
    line: FeeLine,
    reduction: FeeReduction,
    by: Omit<DecisionRequest, 'decision'>,
  ): ReducedFee
  checkFeeResolution(pack: Pack, resolution: FeeResolution): FeeResolutionCheck
  convertFine(pack: Pack, parameters: Parameters, input: FineInput): FineConversion
  proposeSanction(
    pack: Pack,
    parameters: Parameters,
    violation: ViolationInput,
    on: Day,
  ): SanctionProposal | SanctionBlocked
  checkSanction(pack: Pack, parameters: Parameters, imposed: ImposedSanction): SanctionCheck
  deadline(pack: Pack, parameters: Parameters, name: string, from: Day): Deadline
  processStanding(pack: Pack, parameters: Parameters, input: ProcessInput): ProcessStanding
  capacityLeft(pack: Pack, parameters: Parameters, name: string, enrolled: number): Places
  testsDue(pack: Pack, parameters: Parameters, tested: readonly Day[]): TestsDue
  collectible(pack: Pack, parameters: Parameters, line: FeeLine, on: Day): Collectibility
  feesOnBooks(pack: Pack, input: FeesOnBooks): FeeRequirement
  mayDecide(pack: Pack, request: DecisionRequest): Permission
  decisions(pack: Pack): readonly Decision[]
  rankSites(pack: Pack, parameters: Parameters, input: SiteRankingInput): SiteRanking
  planDays(pack: Pack, parameters: Parameters, input: DayPlanInput): DayPlan
  intakeChecklist(pack: Pack, situation: IntakeSituation): readonly IntakeItem[]
  bookingFields(pack: Pack): readonly BookingField[]
  creditFor(pack: Pack, parameters: Parameters, hours: number | null): Credit
  violationLetterDue(pack: Pack, days: readonly ScheduledDay[]): ViolationLetter
  rostersLate(pack: Pack, parameters: Parameters, sites: readonly RosterReturn[]): readonly RosterReturn[]
  policyReview(pack: Pack, parameters: Parameters, lastReviewedOn: Day | null): PolicyReview
  factsSchema(pack: Pack, step?: Step): JsonSchema
  inputSchema(pack: Pack, of: InputName): JsonSchema
  say(language: Language, code: TextCode, values?: Values): string
}

/** The inputs, besides facts, that have a JSON Schema. */
export type InputName =
  | 'commitment'
  | 'sentence'
  | 'fees'
  | 'fine'
  | 'sites'
  | 'days'
  | 'violation'
  | 'sanction'
  | 'decision'
