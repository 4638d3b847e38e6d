import { assess, type Erratum, type Pack, pack, resolveParameters } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { errataCommand } from './errata.ts'

const wap = pack('contra-costa/work-alternative')
const on = '2026-03-02'

const erratum: Erratum = {
  clause: 'WAP-ELIG.a',
  textCode: 'wap.rule.daysLeft',
  words: 'WAP-ELIG.a: at the limit was read as above it',
  kinds: ['assessment', 'fees'],
  hashes: [wap.hash],
  from: '1995-01-03',
  until: null,
  corrected: '2026-04-01',
}
const corrected: Pack = { ...wap, hash: 'corrected', errata: [erratum] }

const stored = (id: string, hash = wap.hash) => {
  const result = assess(wap, resolveParameters(wap, [], on), { daysLeftToServe: 45 }, on)
  return { id, kind: 'assessment', on, hash, result }
}

function ask(rest: Record<string, unknown>, of: Partial<Erratum> = {}) {
  const options = { on: undefined, from: undefined, to: undefined, step: undefined, asText: false }
  const law = { ...corrected, errata: [{ ...erratum, ...of }] }
  return errataCommand.run({
    pack: law,
    options: { ...options, language: 'en' },
    input: { county: null, parameters: [], rest },
  })
}

describe('law errata with an erratum', () => {
  test('as JSON: what was wrong, and the results decided under it', () => {
    const { json } = ask({ results: [stored('a'), stored('b', 'unknown')] })
    expect(json).toMatchObject({
      pack: wap.name,
      errata: [
        {
          clause: 'WAP-ELIG.a',
          corrected: '2026-04-01',
          compared: 2,
          cases: [
            { id: 'a', certain: true, before: 'officer-decides', after: 'officer-decides' },
            { id: 'b', certain: false },
          ],
        },
      ],
    })
  })

  test('for a reader, without results and with them', () => {
    expect(ask({}).text('en')).toEqual([
      'Contra Costa County: Work Alternative Program. Policy 2-1, effective 1995-01-03',
      '',
      'Errata: what earlier releases had wrong',
      '',
      'WAP-ELIG.a  WAP-ELIG.a: at the limit was read as above it',
      '  for decisions from Tue, Jan 3, 1995, corrected Wed, Apr 1, 2026',
      `  decided under ${wap.hash}`,
    ])
    const fees = {
      id: 'f',
      kind: 'fees',
      on,
      hash: wap.hash,
      result: { lines: [{ textCode: 'wap.rule.daysLeft' }] },
    }
    expect(
      ask({ results: [stored('a'), stored('b', 'unknown'), fees] })
        .text('en')
        .slice(7),
    ).toEqual([
      '  3 of 3 results decided under it',
      '  a (Assessment, 2026-03-02): An officer decides, and still so',
      '  b (Assessment, 2026-03-02): An officer decides, and still so (of a hash that no release has: look at it)',
      '  f (Fees, 2026-03-02): to be computed again',
    ])
  })

  test('in Spanish, until a day, and where the corrected rules ask more', () => {
    const { result, ...rest } = stored('a')
    const results = [{ ...rest, result: { ...result, facts: { askedThen: true } } }]
    const lines = ask({ results }, { until: '2026-03-15' }).text('es')
    expect(lines.slice(5, 6)).toEqual([
      '  para decisiones desde el mar, 3 de ene de 1995 hasta el dom, 15 de mar de 2026, corregida el mié, 1 de abr de 2026',
    ])
    expect(lines.at(-1)).toContain('las reglas corregidas preguntan lo que entonces no se preguntó')
  })
})
