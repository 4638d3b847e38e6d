import { describe, expect, test } from 'vitest'
import { outageFound } from './outage.ts'
import { scoreOf, watched } from './score.ts'
import { simulate } from './simulate.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('how units send', () => {
  test('monitoring, tracking levels: a passive unit sends all it kept when it stands in its dock', () => {
    const [active, passive] = [simulate(3, 3), simulate(3, 3, { level: 'passive' })]
    const late = passive.inputs.filter((one) => one.received - one.at > HOUR)
    expect(late.length).toBeGreaterThan(passive.inputs.length / 2)
    const known = new Set(active.inputs.map(({ key }) => key))
    expect(passive.inputs.every(({ key }) => known.has(key))).toBe(true)
  })

  test('monitoring, tracking levels: an on-demand unit answers now and then, and sends while its person is not where they must be', () => {
    const run = simulate(3, 7, { level: 'on-demand' })
    expect(run.inputs.length).toBeLessThan(simulate(3, 7).inputs.length / 10)
    const score = scoreOf(run, watched(run))
    const { there, found } = score.found['absences over five minutes']
    expect(found).toBe(there)
  })

  test('field 3: a strap that closes again by itself is alarmed of each time', () => {
    const runs = Array.from({ length: 12 }, (_, seed) => simulate(seed, 7, { looseStrap: true }))
    const straps = runs.map((run) => scoreOf(run, watched(run)).found['strap opened or cut'])
    const there = straps.reduce((sum, one) => sum + one.there, 0)
    expect(there).toBeGreaterThan(0)
    expect(straps.reduce((sum, one) => sum + one.found, 0)).toBe(there)
    expect(runs.some(({ inputs }) => inputs.some((one) => 'strap' in one && one.strap === false))).toBe(true)
  })

  test('field 6: what a carrier did to many is one outage, and nothing else is', () => {
    const { there, found, wrong } = outageFound(14)
    expect(there).toBe(7)
    expect(found).toBe(there)
    expect(wrong).toBe(0)
  })
})
