import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEnrolment } from '../programs/index.ts'
import { openTestPerson, receive, take } from '../programs/testing/case.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let clerk: TestAccount
let path: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  const personId = await openTestPerson(clerk)
  const commitmentIds = [await receive(clerk, personId)]
  const { id } = await clerk.act(openEnrolment, {
    personId,
    pack: 'sacramento/home-detention',
    commitmentIds,
  })
  await take(clerk, id, 'appointed', 'applied')
  path = `/api/intake/enrolments/${id}/screening`
})
afterAll(() => office.stop())

const answer = (version: number | null, answers: Record<string, unknown>) =>
  clerk.post(`${path}/answers`, { step: 'admission', version, answers })

describe('EMP-0.3 screening for a program that asks for a county', () => {
  test('offers the counties to choose from, in both languages', async () => {
    const { status, body } = await clerk.get(path)
    expect(status).toBe(200)
    const county = body.facts.find(({ name }: { name: string }) => name === 'countyOfResidence')
    expect(county).toMatchObject({ type: 'choice', value: null })
    expect(county.choices).toContainEqual({
      value: 'sacramento',
      text: { en: expect.stringContaining('Sacramento'), es: expect.stringContaining('Sacramento') },
    })
  })

  test('takes a county that is offered, and no other', async () => {
    expect((await answer(null, { countyOfResidence: 'nevada' })).body.error.fields[0].path).toBe(
      'countyOfResidence',
    )
    expect((await answer(null, { countyOfResidence: true })).status).toBe(422)
    expect((await answer(null, { countyOfResidence: 'yolo' })).status).toBe(200)
    const { body } = await clerk.get(path)
    expect(body.facts.find(({ name }: { name: string }) => name === 'countyOfResidence').value).toBe('yolo')
  })

  test('has no early release: that step is another program’s', async () => {
    expect((await clerk.get(path)).body.steps).toEqual(['admission'])
    expect((await clerk.get(`${path}?step=early-release`)).status).toBe(422)
  })
})
