import { holdsOn } from '../days.ts'
import { not, yes } from '../eligibility/conditions.ts'
import { rule } from '../eligibility/rule.ts'
import type { FactDefinition, Facts, Rule } from '../eligibility/types.ts'
import { type InputProblem, LawInputError } from '../errors.ts'
import { definePack } from '../pack.ts'
import type { ClauseEntry, Day, Pack } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import type { WordingCode } from '../wording/index.ts'
import { codeOf } from '../wording/own-words.ts'
import { countySchema } from './schema.ts'
import type { AddedCriterion, CountyInstance } from './types.ts'

/** Nothing of money reaches eligibility, by a county's criteria either. */
const MONEY =
  /\b(cents?|dollars?|fees?|pay|pays|paid|payments?|money|income|wages?|salary|afford|costs?|debts?|balance|financial|centavos?|d[oó]lar(es)?|tarifas?|cuotas?|paga[nr]?|pag[oó]s?|dinero|ingresos?|salarios?|costos?|costas|deudas?|saldos?)(?!\p{L})/iu

const wordsOf = (name: string): string => name.replaceAll(/([A-Z])/g, ' $1')

/**
 * A pack of a state as one county has it: with the criteria it added, each under its own citation (ARS-M.5).
 * Its hash is its own, so that a decision says which county's rules it was taken under; it begins with that of
 * the state's pack, so that an erratum there finds what counties decided. Its name stays, and so do the parameters
 * it knows.
 *
 * Throws `LawInputError` for a pack that lets no county add criteria, a criterion that names money, or one
 * whose fact or citation is taken.
 *
 * Criteria begin and end on days, `YYYY-MM-DD`; amounts of a county's parameters are cents.
 *
 * @example
 * const state = pack('arizona/dui-home-detention')
 * const criterion = { citation: 'Res. 2026-14(b)', kind: 'bar', step: 'admission', fact: 'ignitionInterlockRefused', question: { en: 'Was an ignition interlock refused?', es: '¿Se rechazó un dispositivo de bloqueo del encendido?' }, words: { en: 'An ignition interlock was refused', es: 'Se rechazó un dispositivo de bloqueo del encendido' }, metBy: 'yes', from: '2026-02-01', until: null }
 * const here = countyPack(state, { county: 'Pima County', authorization: null, criteria: [criterion], parameters: [] })
 * const parameters = resolveParameters(here, [], '2026-03-02')
 * const found = assess(here, parameters, { ignitionInterlockRefused: true }, '2026-03-02')
 * found.findings.at(-1).clause // => 'Res. 2026-14(b)'
 * found.outcome // => 'ineligible'
 * here.hash === state.hash // => false
 * here.hash.startsWith(state.hash) // => true
 */
export function countyPack(pack: Pack, county: CountyInstance): Pack {
  accept('county', countySchema(pack), county)
  const problems = county.criteria.flatMap((c, i) => problemsOf(pack, county, c, `criteria[${i}]`))
  if (problems.length > 0) throw new LawInputError('county', problems)
  const { hash, ...declared } = pack
  const here = definePack({
    ...declared,
    title: `${pack.title} (${county.county})`,
    version: `${pack.version}; ${county.county}`,
    clauses: [...pack.clauses, ...county.criteria.map(clauseOf)],
    facts: [...pack.facts, ...county.criteria.map(factOf)],
    rules: [...pack.rules, ...county.criteria.map(ruleOf)],
  })
  return Object.freeze({ ...here, hash: `${hash}+${here.hash}` })
}

/**
 * What a county's board has done, as facts of the pack on a day: a majority of the full membership, after a
 * public hearing and a finding of necessity (ARS-K.1). A pack that does not ask for it gets none.
 *
 * Votes and seats are counted; days are `YYYY-MM-DD`. Throws nothing: `countyPack` has checked the county.
 *
 * @example
 * const dui = pack('arizona/dui-home-detention')
 * const authorization = { resolution: '2026-3', votedOn: '2026-01-20', votesInFavor: 3, fullMembership: 5, publicHearingOn: '2026-01-13', necessityFoundOn: '2026-01-20', until: null }
 * const county = { county: 'Pima County', authorization, criteria: [], parameters: [] }
 * countyFacts(dui, county, '2026-01-20').boardMajorityOfFullMembership // => true
 * countyFacts(dui, county, '2026-01-19').boardMajorityOfFullMembership // => false
 * countyFacts(dui, { ...county, authorization: { ...authorization, fullMembership: 6 } }, '2026-01-20').boardMajorityOfFullMembership // => false
 * countyFacts(pack('arizona/home-detention'), county, '2026-01-20') // => {}
 */
export function countyFacts(pack: Pack, county: CountyInstance, on: Day): Facts {
  const asked = pack.facts.some((fact) => fact.name === 'boardMajorityOfFullMembership')
  if (!asked) return {}
  const { authorization } = county
  const holds = authorization !== null && holdsOn(on, authorization.votedOn, authorization.until)
  if (!holds) return { boardMajorityOfFullMembership: false }
  const { votesInFavor, fullMembership, votedOn, publicHearingOn, necessityFoundOn } = authorization
  const before = (day: Day | null) => day !== null && day <= votedOn
  return {
    boardMajorityOfFullMembership: votesInFavor * 2 > fullMembership,
    publicHearingHeld: before(publicHearingOn),
    necessityFound: before(necessityFoundOn),
  }
}

const clauseOf = ({ citation, kind }: AddedCriterion): ClauseEntry => ({ id: citation, kind, own: false })

const factOf = ({ fact, question }: AddedCriterion): FactDefinition => ({
  name: fact,
  type: 'yes-no',
  question: codeOf(question),
})

function ruleOf({ citation, kind, step, fact, words, metBy, from, until }: AddedCriterion): Rule {
  const condition = metBy === 'yes' ? yes(fact) : not(yes(fact))
  // A county's words stand in no table.
  const textCode = codeOf(words) as WordingCode
  return rule({
    clause: citation,
    kind,
    steps: [step],
    from,
    ...(until ? { until } : {}),
    textCode,
    condition,
  })
}

function problemsOf(
  pack: Pack,
  county: CountyInstance,
  criterion: AddedCriterion,
  path: string,
): readonly InputProblem[] {
  const { citation, fact, question, words, from, until } = criterion
  const twice = (of: (c: AddedCriterion) => string) =>
    county.criteria.filter((c) => of(c) === of(criterion)).length > 1
  const problems: InputProblem[] = []
  const wrong = (field: string, message: string) => problems.push({ path: `${path}.${field}`, message })
  if (!pack.clauses.some((c) => c.id === 'ARS-M.5'))
    wrong('citation', `${pack.name} lets no county add criteria`)
  if (pack.clauses.some((c) => c.id === citation) || twice((c) => c.citation)) wrong('citation', 'is taken')
  if (pack.facts.some((f) => f.name === fact) || twice((c) => c.fact)) wrong('fact', 'is taken')
  if (!/^[a-z][A-Za-z0-9]*$/.test(fact)) wrong('fact', 'must be letters and digits, such as interlockRefused')
  if (MONEY.test(wordsOf(fact))) wrong('fact', 'names money, which decides nothing here')
  for (const [field, said] of [
    ['question.en', question.en],
    ['question.es', question.es],
    ['words.en', words.en],
    ['words.es', words.es],
  ] as const)
    if (MONEY.test(said)) wrong(field, 'names money, which decides nothing here')
  if (from < pack.authority.effective)
    wrong('from', `is before the pack took effect, ${pack.authority.effective}`)
  if (until !== null && until <= from) wrong('until', 'must be after the first day')
  return problems
}
