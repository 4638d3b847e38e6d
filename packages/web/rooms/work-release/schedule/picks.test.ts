import { describe, expect, it } from 'vitest'
import { added, departs, readPicks, toggled, writePicks } from './picks.ts'

const words = {
  sites: [
    { siteId: 'a', name: 'Briones Park' },
    { siteId: 'b', name: 'Yard: north' },
  ],
  say: (day: string) => `the ${day}`,
  dayOf: new Map([
    ['the 2026-03-09', '2026-03-09'],
    ['el 2026-03-09', '2026-03-09'],
    ['the 2026-03-10', '2026-03-10'],
  ]),
}
const picks = [
  { day: '2026-03-10', siteId: 'b' },
  { day: '2026-03-09', siteId: 'a' },
]

describe('picks as lines', () => {
  it('are read back as they were, in the order of the days, in either language', () => {
    const text = writePicks(picks, words)
    expect(text).toBe('the 2026-03-09: Briones Park\nthe 2026-03-10: Yard: north')
    expect(readPicks(text, words)).toEqual([picks[1], picks[0]])
    expect(readPicks('el 2026-03-09: Briones Park', words)).toEqual([picks[1]])
  })

  it('of a site or a day that is gone, or that are no lines of ours, are left out', () => {
    expect(readPicks('the 2026-03-09: Somewhere\nthe 1999-01-01: Briones Park\n\nnonsense', words)).toEqual(
      [],
    )
    expect(readPicks('', words)).toEqual([])
  })
})

describe('pressing a day', () => {
  it('takes it, gives it up, or moves it to the site looked at', () => {
    expect(toggled([], { day: '2026-03-09', siteId: 'a' })).toEqual([picks[1]])
    expect(toggled([picks[1]!], { day: '2026-03-09', siteId: 'a' })).toEqual([])
    expect(toggled([picks[1]!], { day: '2026-03-09', siteId: 'b' })).toEqual([
      { day: '2026-03-09', siteId: 'b' },
    ])
  })
})

describe('what departs from the proposal', () => {
  const proposal = { firstSite: 'a', siteId: 'a', days: ['2026-03-09'] }
  it('is another site or another day; days that stand already do not count', () => {
    expect(departs([picks[1]!], [], proposal)).toBe(false)
    expect(departs([picks[0]!], [], proposal)).toBe(true)
    expect(departs([{ day: '2026-03-11', siteId: 'a' }], [], proposal)).toBe(true)
    expect(departs(picks, [picks[0]!], proposal)).toBe(false)
    expect(added(picks, [picks[0]!])).toEqual([picks[1]])
  })
})
