import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { done, homeBody } from '../testing/detention-case.ts'
import { drawTestZone, type HomeCase, openHomeCase, toldOf, zoneBody } from '../testing/home-case.ts'

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const beside = { kind: 'circle', center: [-121.4944, 38.5916], radius: 100 }
const atHome = { kind: 'circle', center: [-121.4944, 38.5816], radius: 100 }
const local = (days: number, time: string) => `${deputy.ctx.today.add({ days })}T${time}`

/** A zone to be in beside the home, with an exception that runs, one ahead, and one that was ended. */
async function excepted(drawn: Record<string, unknown> = { area: beside }) {
  const one = await openHomeCase(office, deputy)
  const { id: home } = await done(deputy.post(`${one.home}/places`, homeBody()))
  const zone = await drawTestZone(deputy, one, { name: 'Garden', ...drawn })
  const grant = (from: string, to: string) =>
    done(deputy.post(`${one.home}/zone-exceptions`, { zoneId: zone, from, to, why: 'Own school' }))
  const ended = await grant(local(3, '08:00'), local(3, '09:00'))
  await done(deputy.post(`/api/home/zone-exceptions/${ended.id}/end`, { because: 'Left' }))
  await grant(local(2, '08:00'), local(2, '09:00'))
  await grant(local(-1, '08:00'), local(1, '08:00'))
  return { one, home, zone }
}

const redraw = (zone: string, different: Record<string, unknown>) =>
  done(
    deputy.post(`/api/home/zones/${zone}`, {
      ...zoneBody({ name: 'Garden', area: beside, ...different }),
      version: 1,
    }),
  )

const statesOf = async ({ home }: HomeCase) =>
  (await deputy.get(`${home}/zones`)).body.exceptions.map(
    ({ state, ended }: { state: string; ended: { by: string; because: string } | null }) => [
      state,
      ended && `${ended.by}: ${ended.because}`,
    ],
  )
const byHome = ['over', expect.stringMatching(/^Test deputy: Garden is the home now.*leave/)]
const left = ['over', 'Test deputy: Left']

describe('EMP-0.1 a zone with exceptions that becomes the home', () => {
  test.each<[string, (home: string) => Record<string, unknown>]>([
    ['drawn around the home', (home) => ({ placeId: home })],
    ['drawn over the home', () => ({ area: atHome })],
    ['with its line moved over the home', () => ({ bufferM: 1200 })],
  ])('%s: those that run or lie ahead end, and the watch is told', async (_, drawn) => {
    const { one, home, zone } = await excepted()
    await redraw(zone, drawn(home))
    expect(await statesOf(one)).toEqual([left, byHome, byHome])
    const told = await toldOf(office, deputy, one.personId)
    expect(told.at(-1).content.change).toMatchObject({ zones: [{ id: zone }], exceptions: [] })
  })

  test('to be stayed out of before, and now to be in', async () => {
    const { one, zone } = await excepted({ area: atHome, rule: 'exclusion' })
    await redraw(zone, { area: atHome })
    expect(await statesOf(one)).toEqual([left, byHome, byHome])
  })

  test('is asked for before: the trial says which end, and nothing of other drawings', async () => {
    const { one, home, zone } = await excepted()
    const endedBy = async (different: Record<string, unknown>, zoneId: string | null = zone) => {
      const { why: _, ...drawn } = zoneBody({ name: 'Garden', area: beside, ...different })
      const name = zoneId === null ? 'Another' : drawn.name
      const proposed = { kind: 'zone', zoneId, zone: { ...drawn, name } }
      const path = `/api/monitoring/enrolments/${one.enrolmentId}/what-if`
      return (await done(deputy.post(path, { proposed }))).exceptionsEnded
    }
    expect(await endedBy({ placeId: home })).toEqual([
      { from: local(-1, '08:00'), to: local(1, '08:00'), why: 'Own school' },
      { from: local(2, '08:00'), to: local(2, '09:00'), why: 'Own school' },
    ])
    expect(await endedBy({ area: atHome })).toHaveLength(2)
    expect(await endedBy({ area: { ...beside, radius: 200 } })).toEqual([])
    expect(await endedBy({ area: atHome }, null)).toEqual([])
  })

  test('another drawing that is not the home lets them run on', async () => {
    const { one, zone } = await excepted()
    await redraw(zone, { area: { ...beside, radius: 200 } })
    expect(await statesOf(one)).toEqual([left, ['to-come', null], ['running', null]])
  })

  test('because the person moves into it', async () => {
    const { one } = await excepted()
    await done(deputy.post(`${one.home}/places`, homeBody({ address: '9 Oak Ave', lat: 38.5916 })))
    expect(await statesOf(one)).toEqual([left, byHome, byHome])
    const told = await toldOf(office, deputy, one.personId)
    expect(told.at(-1).content.change).toMatchObject({ exceptions: [] })
  })
})
