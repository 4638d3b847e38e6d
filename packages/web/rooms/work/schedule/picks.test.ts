import { describe, expect, it } from 'vitest'
import { added, departs, readPicks, toggled, writePicks } from './picks.ts'

const sites = [
  { siteId: 'a', name: 'Briones Park' },
  { siteId: 'b', name: 'Yard 2026-01-01' },
]
const picks = [
  { day: '2026-03-10', siteId: 'b' },
  { day: '2026-03-09', siteId: 'a' },
]

describe('picks as lines', () => {
  it('are read back as they were, in the order of the days', () => {
    const text = writePicks(picks, sites)
    expect(text).toBe('2026-03-09 Briones Park\n2026-03-10 Yard 2026-01-01')
    expect(readPicks(text, sites)).toEqual([picks[1], picks[0]])
  })

  it('of a site that is gone, or that are no lines of ours, are left out', () => {
    expect(readPicks('2026-03-09 Somewhere\n\nnonsense', sites)).toEqual([])
    expect(readPicks('', sites)).toEqual([])
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
