import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openTestPerson, receive } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

describe('a program whose sentences need the numbers of the county', () => {
  test.each(['sacramento/home-detention', 'sacramento/home-detention-expanded'])(
    '%s: a worksheet by its parameters, and its page',
    async (pack) => {
      const personId = await openTestPerson(clerk)
      const commitmentId = await receive(clerk, personId)
      const opened = await clerk.post('/api/programs/enrolments', {
        personId,
        pack,
        commitmentIds: [commitmentId],
      })
      const path = `/api/programs/enrolments/${opened.body.id}`
      const computed = await clerk.post(`${path}/worksheet`, {})
      expect(computed.status, JSON.stringify(computed.body)).toBe(200)
      const shown = await clerk.get(`${path}/worksheet`)
      expect(shown.status, JSON.stringify(shown.body)).toBe(200)
    },
  )
})
