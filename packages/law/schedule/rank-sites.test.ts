import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankSites } from '../index.ts'
import { parametersOf, wap } from '../testing/wap.ts'
import type { SiteCandidate, SiteRankingInput } from '../types.ts'

const site = (id: string, more: Partial<SiteCandidate> = {}): SiteCandidate => ({
  id,
  kind: 'city',
  distanceMiles: 5,
  placesLeft: 3,
  peopleADay: 30,
  cannotTake: [],
  reachable: true,
  underContract: true,
  ...more,
})
const SMALL = { smallSiteUpTo: 10 }
const rank = (
  sites: readonly SiteCandidate[],
  more: Partial<SiteRankingInput> = {},
  values: Readonly<Record<string, number>> = SMALL,
) => rankSites(wap, parametersOf(values), { purpose: 'first', limits: [], sites, ...more })
const order = (...ranking: Parameters<typeof rank>) => rank(...ranking).ranked.map((s) => s.siteId)

describe('WAP-P4.1 first assignment', () => {
  test('the closest with places left goes first, whatever comes after it', () => {
    const sites = [
      site('a', { distanceMiles: 4, kind: 'county', peopleADay: 2 }),
      site('b', { distanceMiles: 3.9 }),
    ]
    expect(order(sites)).toEqual(['b', 'a'])
  })

  test('among equally close ones: county, then small, then large', () => {
    const sites = [
      site('large'),
      site('small', { peopleADay: 10 }),
      site('county-large', { kind: 'county' }),
      site('county-small', { kind: 'county', peopleADay: 3 }),
    ]
    expect(order(sites)).toEqual(['county-small', 'county-large', 'small', 'large'])
  })

  test.each([
    [9, 'sites.small'],
    [10, 'sites.small'],
    [11, 'sites.large'],
  ])('%i people a day where up to ten are small: %s', (peopleADay, code) => {
    const [only] = rank([site('a', { peopleADay })]).ranked
    expect(only!.reasons.at(-1)).toMatchObject({ code, clause: 'WAP-P4.1', values: { people: peopleADay } })
  })

  test('small is not set: size does not rank, and is asked', () => {
    const sites = [site('a'), site('b', { peopleADay: 1 })]
    expect(order(sites, {}, {})).toEqual(['a', 'b'])
    expect(rank(sites, {}, {}).missing).toEqual([
      {
        of: 'parameter',
        name: 'smallSiteUpTo',
        question: 'wap.parameter.smallSiteUpTo',
        clauses: ['WAP-P4.1'],
      },
    ])
    expect(rank(sites).missing).toEqual([])
  })

  test('distances within the office’s step are equal (own)', () => {
    const sites = [site('a', { distanceMiles: 5.2 }), site('b', { distanceMiles: 5.8, kind: 'county' })]
    expect(order(sites)).toEqual(['a', 'b'])
    expect(order(sites, {}, { ...SMALL, distanceStepMiles: 1 })).toEqual(['b', 'a'])
    expect(order([site('a', { distanceMiles: 0.3 }), site('b', { distanceMiles: 0.2 })])).toEqual(['b', 'a'])
  })

  test('what is not known goes behind what is, and is kept', () => {
    expect(order([site('a', { distanceMiles: null }), site('b', { distanceMiles: 80 })])).toEqual(['b', 'a'])
    expect(order([site('a', { placesLeft: null }), site('b')])).toEqual(['b', 'a'])
    expect(order([site('a', { peopleADay: null }), site('b', { peopleADay: 4 }), site('c')])).toEqual([
      'b',
      'a',
      'c',
    ])
  })

  test('ability: a site that cannot take a limit is left out; limits not asked are asked', () => {
    const sites = [
      site('a', { cannotTake: ['no-lifting', 'no-standing'] }),
      site('b', { cannotTake: ['no-sun'] }),
    ]
    const limited = rank(sites, { limits: ['no-lifting'] })
    expect(limited.ranked.map((s) => s.siteId)).toEqual(['b'])
    expect(limited.excluded).toEqual([
      {
        siteId: 'a',
        reasons: [
          { code: 'sites.beyond-ability', clause: 'WAP-P4.1', own: false, values: { limits: 'no-lifting' } },
        ],
      },
    ])
    const unknown = rank(sites, { limits: null })
    expect(unknown.ranked).toHaveLength(2)
    expect(unknown.ranked[0]!.reasons[0]).toMatchObject({ code: 'sites.ability-unknown' })
    expect(unknown.missing[0]).toMatchObject({ of: 'fact', name: 'limits' })
  })

  test.each([
    [0, 'excluded'],
    [1, 'ranked'],
  ])('%i places left: %s', (placesLeft, where) => {
    const { ranked, excluded } = rank([site('a', { placesLeft })])
    expect(where === 'ranked' ? ranked : excluded).toHaveLength(1)
    if (where === 'excluded') expect(excluded[0]!.reasons[0]).toMatchObject({ code: 'sites.full' })
  })

  test('WAP-SITE.1 without a signed contract: left out, with every reason against it', () => {
    const { excluded } = rank([site('a', { underContract: false, placesLeft: 0 })])
    expect(excluded[0]!.reasons.map((r) => [r.code, r.clause])).toEqual([
      ['sites.no-contract', 'WAP-SITE.1'],
      ['sites.full', 'WAP-P4.1'],
    ])
  })

  test('a first assignment does not ask whether a site can be reached', () => {
    expect(
      order([site('a', { reachable: false }), site('b', { reachable: null, distanceMiles: 6 })]),
    ).toEqual(['a', 'b'])
  })

  test('the reasons stand in the order of the priorities, with figures', () => {
    const [first] = rank([site('a', { kind: 'county', distanceMiles: 3.2, placesLeft: 2 })]).ranked
    expect(first).toMatchObject({ siteId: 'a', rank: 1 })
    expect(first!.reasons.map((r) => [r.code, r.values])).toEqual([
      ['sites.ability-fits', {}],
      ['sites.distance', { miles: 3.2 }],
      ['sites.places', { places: 2 }],
      ['sites.county', {}],
      ['sites.large', { people: 30 }],
    ])
  })
})

describe('WAP-P5.1 re-scheduling', () => {
  const again = { purpose: 're-schedule' } as const

  test('county, small, large come before distance', () => {
    const sites = [
      site('near', { distanceMiles: 1 }),
      site('small', { distanceMiles: 20, peopleADay: 5 }),
      site('county', { distanceMiles: 30, kind: 'county' }),
    ]
    expect(order(sites, again)).toEqual(['county', 'small', 'near'])
    expect(rank(sites, again).clause).toBe('WAP-P5.1')
  })

  test('between equals the nearer (own)', () => {
    const ranking = rank([site('far', { distanceMiles: 9 }), site('near', { distanceMiles: 2 })], again)
    expect(ranking.ranked.map((s) => s.siteId)).toEqual(['near', 'far'])
    expect(ranking.ranked[0]!.reasons.at(-1)).toMatchObject({ code: 'sites.distance', own: true })
  })

  test('a site the person has the ability to get to: yes, not asked, no', () => {
    const sites = [
      site('asked', { reachable: null, kind: 'county' }),
      site('yes'),
      site('no', { reachable: false }),
    ]
    const ranking = rank(sites, again)
    expect(ranking.ranked.map((s) => s.siteId)).toEqual(['yes', 'asked'])
    expect(ranking.excluded).toMatchObject([{ siteId: 'no', reasons: [{ code: 'sites.out-of-reach' }] }])
  })
})

describe('properties', () => {
  const anySite = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('county' as const, 'state' as const, 'city' as const, 'non-profit' as const),
    distanceMiles: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => n / 4)),
    placesLeft: fc.option(fc.nat(3)),
    peopleADay: fc.option(fc.integer({ min: 1, max: 30 })),
    cannotTake: fc.subarray(['no-lifting', 'no-sun']),
    reachable: fc.option(fc.boolean()),
    underContract: fc.boolean(),
  })
  const sites = fc.uniqueArray(anySite, { maxLength: 12, selector: (s) => s.id })
  const purpose = fc.constantFrom('first' as const, 're-schedule' as const)
  const limits = fc.option(fc.subarray(['no-lifting', 'no-sun']))

  test('every site is ranked or left out, once, and the order given does not matter', () => {
    fc.assert(
      fc.property(sites, purpose, limits, (given, why, asked) => {
        const ranking = rank(given, { purpose: why, limits: asked })
        const ids = [...ranking.ranked, ...ranking.excluded].map((s) => s.siteId)
        expect(ids.toSorted()).toEqual(given.map((s) => s.id).toSorted())
        expect(ranking.ranked.map((s) => s.rank)).toEqual(ranking.ranked.map((_, i) => i + 1))
        expect(rank([...given].reverse(), { purpose: why, limits: asked }).ranked).toEqual(ranking.ranked)
      }),
    )
  })

  test('a site that is ranked fits, has places and a contract', () => {
    fc.assert(
      fc.property(sites, purpose, limits, (given, why, asked) => {
        for (const { siteId } of rank(given, { purpose: why, limits: asked }).ranked) {
          const found = given.find((s) => s.id === siteId)!
          expect(found.underContract).toBe(true)
          expect(found.placesLeft).not.toBe(0)
          expect((asked ?? []).filter((limit) => found.cannotTake.includes(limit))).toEqual([])
          if (why === 're-schedule') expect(found.reachable).not.toBe(false)
        }
      }),
    )
  })
})
