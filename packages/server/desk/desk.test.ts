import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../access/index.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { todayLists } from './today-lists.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const nowhere = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe('Today', () => {
  test('every list of duties can be asked, by whoever has the duty', async () => {
    const all = await office.account([...roles])
    const reply = await all.get('/api/desk/today')
    expect(reply.status).toBe(200)
    expect(new Set(todayLists.map((list) => list.kind)).size).toBe(todayLists.length)
  })

  test('a locked account is told to the administrator and to supervisors, not to a clerk', async () => {
    const locked = await office.account(['clerk'])
    for (let tries = 0; tries < 5; tries++) {
      await office.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: locked.username, password: 'wrong' },
      })
    }
    const kinds = async (role: 'administrator' | 'sergeant' | 'clerk') =>
      (await (await office.account([role])).get('/api/desk/today')).body.duties.map(
        (duty: { kind: string }) => duty.kind,
      )
    expect(await kinds('administrator')).toContain('account-locked')
    expect(await kinds('sergeant')).toContain('account-locked')
    expect(await kinds('clerk')).not.toContain('account-locked')
  })
})

describe('person, timeline, changes', () => {
  test('an id that is not here is told so', async () => {
    const clerk = await office.account(['clerk'])
    expect((await clerk.get(`/api/desk/people/${nowhere}`)).status).toBe(404)
    expect((await clerk.get('/api/desk/people/not-an-id')).status).toBe(400)
    expect((await clerk.get(`/api/desk/people/${nowhere}/timeline`)).body).toEqual({ entries: [] })
  })

  test('search asks for something and finds nothing in an empty office', async () => {
    const clerk = await office.account(['clerk'])
    expect((await clerk.get('/api/desk/search?q=')).status).toBe(400)
    expect((await clerk.get('/api/desk/search?q=sample')).body).toEqual({ people: [] })
  })

  test('the trail is read by the auditor, as a list and as CSV, of their own office only', async () => {
    const auditor = await office.account(['auditor'])
    const json = await auditor.get('/api/desk/trail?limit=5')
    expect(json.status).toBe(200)
    expect(json.body.lines.length).toBeGreaterThan(0)
    const table = await auditor.get('/api/desk/trail.csv')
    expect(table.body).toContain('When,Who,As,Act,Why,Record,Id,What')
    const elsewhere = await office.account(['auditor'], await office.agency())
    const theirs = await elsewhere.get('/api/desk/trail?limit=5000')
    expect(JSON.stringify(theirs.body)).not.toContain(auditor.id)
  })
})
