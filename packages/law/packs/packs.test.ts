import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factsOf, parametersOf as parametersRead } from '../eligibility/conditions.ts'
import { LawInputError, pack, packs, say, wording } from '../index.ts'
import { definePack } from '../pack.ts'
import type { Pack } from '../types.ts'

const all = [...packs.values()]

/** Every wording code that a pack declares, wherever it stands. */
function codesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(codesOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const isCode = (key === 'textCode' || key === 'question' || key === 'note') && typeof entry === 'string'
    if (isCode) return [entry as string]
    if (key === 'reminders') return entry as readonly string[]
    return codesOf(entry)
  })
}

function clausesCited(p: Pack): readonly string[] {
  return [
    ...p.rules.map((r) => r.clause),
    ...p.parameters.map((x) => x.clause),
    ...Object.values(p.citations).map((c) => c.clause),
    ...p.decisions.flatMap((d) => [d.clause, ...d.holders.map((h) => h.clause)]),
    ...p.fees.map((f) => f.clause),
    ...p.whenFeesNotBrought.map((f) => f.clause),
    ...p.commitmentItems.flatMap((i) => i.lists),
    ...p.intakeItems.map((i) => i.clause),
    ...p.bookingFields.map((f) => f.clause),
    ...p.ladder.map((r) => r.clause),
    ...p.endings.map((e) => e.clause),
    ...p.processes.map((x) => x.clause),
    ...p.deadlines.map((d) => d.clause),
    ...p.capacities.map((c) => c.clause),
    ...p.notRules.map((n) => n.clause),
    ...p.nevers.map((n) => n.clause),
  ]
}

/** The rows of the authority table that its other parts rely on. */
function decisionsNamed(p: Pack): readonly string[] {
  return [
    ...p.fees.map((f) => f.reducedBy),
    ...p.ladder.map((r) => r.decision),
    ...p.endings.flatMap((e) => (e.decision === null ? [] : [e.decision])),
    ...p.processes.map((x) => x.decision),
  ]
}

/** The parameters that its other parts rely on. */
function parametersNamed(p: Pack): readonly (string | null)[] {
  return [
    ...p.fees.map((f) => f.amountParameter),
    ...Object.values(p.feeCeiling?.costParameters ?? {}),
    ...p.ladder.map((r) => r.longestDaysParameter),
    ...p.processes.flatMap((x) => [x.fileDaysParameter, x.decideDaysParameter]),
    ...p.deadlines.flatMap((d) => [d.parameter, d.warnParameter]),
    ...p.capacities.map((c) => c.parameter),
  ]
}

describe.each(all.map((p) => [p.name, p] as const))('%s', (_, p) => {
  test('every clause it cites is one it carries', () => {
    const carried = new Set(p.clauses.map((c) => c.id))
    expect(clausesCited(p).filter((clause) => !carried.has(clause))).toEqual([])
    expect(carried.size).toBe(p.clauses.length)
  })

  test('its parts name decisions and parameters that it has', () => {
    const known = p.decisions.map((d) => d.decision as string)
    expect(decisionsNamed(p).filter((decision) => !known.includes(decision))).toEqual([])
    const declared = p.parameters.map((x) => x.name)
    expect(parametersNamed(p).filter((name) => name !== null && !declared.includes(name))).toEqual([])
  })

  test('everything it says has words in both languages', () => {
    const codes = [...codesOf(p), ...Object.keys(p.citations)]
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !(code in wording.en) || !(code in wording.es))).toEqual([])
  })

  test('rules read only facts and parameters that it declares, and every fact is read', () => {
    const facts = p.facts.map((f) => f.name)
    const parameters = p.parameters.map((x) => x.name)
    const read = p.rules.flatMap((r) => factsOf(r.condition))
    expect(read.filter((name) => !facts.includes(name))).toEqual([])
    expect(facts.filter((name) => !read.includes(name))).toEqual([])
    const used = p.rules.flatMap((r) => parametersRead(r.condition))
    expect(used.filter((name) => !parameters.includes(name))).toEqual([])
  })

  test('a policy is one the board approved (WAP-0), and no rule holds before the text took effect', () => {
    if (p.authority.kind === 'policy') expect(p.authority.boardAction).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(p.authority.effective).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(p.rules.filter((r) => r.from < p.authority.effective)).toEqual([])
  })

  test('its fees have an amount in cents and a clause', () => {
    for (const fee of p.fees.filter((f) => f.amountParameter !== null))
      expect(p.parameters.find((x) => x.name === fee.amountParameter)).toMatchObject({ unit: 'cents' })
  })

  test('each never clause is listed', () => {
    const nevers = p.clauses.filter((c) => c.kind === 'never').map((c) => c.id)
    expect(p.nevers.map((n) => n.clause).toSorted()).toEqual(nevers.toSorted())
  })

  test('the hash covers what is declared and nothing else', () => {
    const { hash, ...declared } = p
    expect(definePack(declared).hash).toBe(hash)
    const first = p.rules[0]!
    const changed = { ...first, condition: { op: 'not' as const, of: first.condition } }
    expect(definePack({ ...declared, rules: [changed, ...p.rules.slice(1)] }).hash).not.toBe(hash)
    expect(definePack({ ...declared, rules: [...p.rules].reverse() }).hash).not.toBe(hash)
  })

  test('what is our own reading is told in the list of open readings', () => {
    const told = readFileSync(new URL('../../../docs/law/open-readings.md', import.meta.url), 'utf8')
    const own = [
      ...p.clauses.filter((c) => c.own).map((c) => c.id),
      ...p.rules.filter((r) => r.own).map((r) => r.clause),
      ...Object.values(p.citations).flatMap((c) => (c.own ? [c.clause] : [])),
      ...p.decisions.filter((d) => d.own).map((d) => d.clause),
      ...p.fees.filter((f) => f.own).map((f) => f.clause),
    ]
    expect([...new Set(own)].filter((clause) => !told.includes(clause))).toEqual([])
    const settings = p.parameters.filter((x) => x.own || x.default === null).map((x) => x.name)
    expect(settings.filter((name) => !told.includes(`\`${name}\``))).toEqual([])
  })
})

describe('no room for money in eligibility', () => {
  const money =
    /cent|dollar|fee|pay|paid|money|income|wage|salary|budget|balance|debt|owe|afford|asset|bank|rent|welfare|price|cost(?!a)|financ/i

  test.each(all.map((p) => [p.name, p] as const))('%s: no fact holds or names it', (_, p) => {
    expect(p.facts.length).toBeGreaterThan(0)
    for (const fact of p.facts) {
      expect(fact.name).not.toMatch(money)
      expect(say('en', fact.question)).not.toMatch(/\b(fees?|pay|paid|money|income|afford|cost)\b/i)
      expect(['yes-no', 'count', 'choice', 'day']).toContain(fact.type)
      if (fact.type === 'choice') for (const { value } of fact.choices) expect(value).not.toMatch(money)
      if (fact.type === 'count') expect(['days', 'days-a-week', 'convictions']).toContain(fact.unit)
    }
  })

  test.each(all.map((p) => [p.name, p] as const))('%s: no rule reads a parameter in cents', (_, p) => {
    const cents = p.parameters.filter((x) => x.type === 'number' && x.unit === 'cents').map((x) => x.name)
    expect(p.rules.flatMap((r) => r.parameters).filter((name) => cents.includes(name))).toEqual([])
  })
})

describe('wording', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+(?::day)?)/g)].map(([, name]) => name).toSorted()

  test('both languages have the same codes and fill the same places', () => {
    expect(Object.keys(wording.es).toSorted()).toEqual(Object.keys(wording.en).toSorted())
    for (const [code, english] of Object.entries(wording.en)) {
      expect({ code, places: places(wording.es[code]!) }).toEqual({ code, places: places(english) })
      expect(english.trim().length).toBeGreaterThan(0)
    }
  })

  test('Spanish is not English left in place', () => {
    const same = Object.keys(wording.en).filter((code) => wording.en[code] === wording.es[code])
    expect(same).toEqual(['authority.holder.sheriff'])
  })

  test('one and many', () => {
    expect(say('en', 'days.a-week', { daysAWeek: 1 })).toBe('Normally 1 day a week')
    expect(say('es', 'days.a-week', { daysAWeek: 3 })).toBe('Normalmente 3 días por semana')
    expect(say('en', 'days.a-week')).toBe('Normally {daysAWeek|day|days} a week')
  })

  test('a day as people write it, in both languages; what is no day stands as it is', () => {
    const values = { start: '2026-03-02', dockets: '2026-03-02' }
    expect(say('en', 'sentence.consecutive', values)).toBe(
      'Consecutive to 2026-03-02: starts Mon, Mar 2, 2026, the day after the other ends',
    )
    expect(say('es', 'days.postponed', { notBefore: '2026-03-02' })).toBe(
      'Inicio aplazado al lun, 2 de mar de 2026 por enfermedad o lesión temporal',
    )
    expect(say('en', 'days.postponed', { notBefore: 'soon' })).toContain('postponed to soon')
  })

  test('a value that is a code is put into words', () => {
    expect(say('es', 'commitment.absent-asked', { item: 'commitment.item.docket-number' })).toBe(
      'Falta, y se debe pedir al tribunal: Número de expediente judicial',
    )
  })
})

test('a pack that is not there is refused with the names there are', () => {
  expect(() => pack('contra-costa/road-work')).toThrow(LawInputError)
  expect(() => pack('contra-costa/road-work')).toThrow('contra-costa/work-alternative')
})
