import { holdsOn } from '../days.ts'
import { assess } from '../eligibility/assess.ts'
import type { Assessment } from '../eligibility/types.ts'
import { LawInputError, refuse } from '../errors.ts'
import type { Pack } from '../pack.types.ts'
import { resolveParameters } from '../parameters.ts'
import { accept } from '../schema/check.ts'
import { assessmentSchema, resultsSchema } from './schema.ts'
import type { DecidedCase, DecidedResult, Erratum, ErratumCases } from './types.ts'

/**
 * Of stored results, those that were decided under a wrong wording of the rules: for each erratum of the pack the
 * cases whose kind, hash and day it names, and which say what it was about. An assessment is put before the corrected
 * rules again, with its own facts and the county's parameters of its day; other kinds are to be computed again where they are kept.
 *
 * `pack` is the corrected one, with its errata. Throws `LawInputError` for a result that does not fit.
 *
 * Days are `YYYY-MM-DD`; no other units. Each erratum names its clause, such as WAP-ELIG.a.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const result = assess(wap, resolveParameters(wap, [], '2026-03-02'), { daysLeftToServe: 45 }, '2026-03-02')
 * const erratum = { clause: 'WAP-ELIG.a', textCode: 'wap.rule.daysLeft', words: 'At the limit was read as above it', kinds: ['assessment'], hashes: [wap.hash], from: '1995-01-03', until: null, corrected: '2026-04-01' }
 * const corrected = { ...wap, hash: 'another', errata: [erratum] }
 * const [found] = decidedUnder(corrected, [{ id: 'd1', kind: 'assessment', on: '2026-03-02', hash: wap.hash, result }])
 * found.cases.map((c) => [c.id, c.certain, c.before, c.after]) // => [['d1', true, 'officer-decides', 'officer-decides']]
 * decidedUnder(wap, []) // => []
 */
export function decidedUnder(pack: Pack, results: readonly DecidedResult[]): readonly ErratumCases[] {
  accept('results', resultsSchema, results)
  return pack.errata.map((erratum) => ({
    erratum,
    compared: results.length,
    cases: results.flatMap((decided, i) =>
      concerns(pack, erratum, decided) ? [caseOf(pack, erratum, decided, `[${i}].result`)] : [],
    ),
  }))
}

function concerns(pack: Pack, erratum: Erratum, { kind, on, hash, result }: DecidedResult): boolean {
  if (!erratum.kinds.includes(kind) || !holdsOn(on, erratum.from, erratum.until)) return false
  const unnamed = hash !== pack.hash && on < erratum.corrected
  if (!isNamed(erratum, hash) && !unnamed) return false
  return erratum.textCode === null || codesIn(result).has(erratum.textCode)
}

/** The hash of a county's pack begins with that of its state's. */
const isNamed = (erratum: Erratum, hash: string): boolean => erratum.hashes.includes(hash.split('+')[0]!)

/** Every wording code in a result, wherever it stands. */
function codesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (value === null || typeof value !== 'object') return found
  for (const [key, entry] of Object.entries(value))
    if ((key === 'code' || key === 'textCode') && typeof entry === 'string') found.add(entry)
    else codesIn(entry, found)
  return found
}

function caseOf(pack: Pack, erratum: Erratum, decided: DecidedResult, path: string): DecidedCase {
  const { id, kind, on, hash, result } = decided
  const certain = isNamed(erratum, hash)
  if (kind !== 'assessment') return { id, kind, on, hash, certain, before: null, after: null }
  const stored = assessmentAt(path, result)
  return { id, kind, on, hash, certain, before: stored.outcome, after: again(pack, stored) }
}

function assessmentAt(path: string, result: unknown): Assessment {
  const { outcome, step, facts, parameters, on } = result as Partial<Assessment>
  const known = { outcome, step, on }
  try {
    accept(path, assessmentSchema, known)
  } catch (error) {
    if (!(error instanceof LawInputError)) throw error
    const problems = error.problems.map((p) => ({ path: `${path}.${p.path}`, message: p.message }))
    throw new LawInputError('results', problems)
  }
  if (!isObject(facts) || !isObject(parameters) || !isObject(parameters.values))
    refuse('results', path, 'must have the facts and parameters that it was decided with')
  return result as Assessment
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** With the county's numbers of that day; the text's own are those of the corrected pack. */
function again(pack: Pack, { facts, parameters, on, step }: Assessment): DecidedCase['after'] {
  const own = resolveParameters(pack, [], on)
  const known = Object.fromEntries(
    Object.entries(own.values).map(([name, value]) => {
      const then = parameters.values[name]
      return [name, then?.source === 'county' ? then : value]
    }),
  )
  try {
    return assess(pack, { ...own, values: known }, facts, on, step).outcome
  } catch (error) {
    if (error instanceof LawInputError) return null
    throw error
  }
}
