import { refuse } from './errors.ts'
import { canonicalJson, sha256 } from './hash.ts'
import type { Citation, Clause, DeclaredPack, Pack, PackParts, Reason, Values } from './pack.types.ts'
import type { WordingCode } from './wording/index.ts'

const NONE: PackParts = {
  fees: [],
  feeCeiling: null,
  repeals: [],
  paymentForms: [],
  whenFeesNotBrought: [],
  commitmentItems: [],
  intakeItems: [],
  bookingFields: [],
  ladder: [],
  endings: [],
  processes: [],
  deadlines: [],
  capacities: [],
  notRules: [],
  errata: [],
  sentence: { events: [], counts: 'calendar-days', jailFirst: null, goodTime: false, stepDown: null },
}

/** A pack from what it declares, with the hash of all of it. Functions are derived from data, so not hashed. */
export function definePack(declared: DeclaredPack): Pack {
  const whole = { ...NONE, ...declared }
  return Object.freeze({ ...whole, hash: sha256(canonicalJson(whole)) })
}

/** Where a pack gets something from that the engine is about to say. Throws when the pack has no such text. */
export function citation(pack: Pack, code: WordingCode): Citation {
  return pack.citations[code] ?? refuse(pack.name, '', `no clause of its text speaks of this ("${code}")`)
}

/** Refuses a program that knows nothing of what is asked; `code` is what it would say. */
export function requirePart(pack: Pack, code: WordingCode, what: string): void {
  if (pack.citations[code] === undefined)
    refuse(pack.name, '', `has no ${what}: its text says nothing of them`)
}

/** Something the engine says, as data with its clause. */
export function because(pack: Pack, code: WordingCode, values: Values = {}): Reason {
  const { clause, own } = citation(pack, code)
  return { code, clause, own, values }
}

/** Clauses without repetition, in the order of the policy. */
export function clausesInOrder(pack: Pack, cited: Iterable<Clause>): readonly Clause[] {
  const wanted = new Set(cited)
  return pack.clauses.filter((clause) => wanted.has(clause.id)).map((clause) => clause.id)
}
