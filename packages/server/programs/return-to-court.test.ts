import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentTemplates } from '../documents.ts'
import { renderPdf } from '../platform/typst.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { layOutDays, openCase, startWork, type TestCase } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const today = () => clerk.ctx.today
const inDays = (days: number) => today().add({ days })
const returned = ({ path }: TestCase, body: Record<string, unknown> = {}, account = deputy) =>
  account.post(`${path}/return-to-court`, { reason: 'court-asked', onDay: today().toString(), ...body })
async function working(mark: 'worked' | 'absent-unexcused' = 'worked'): Promise<TestCase> {
  const opened = await openCase(clerk, { days: 4 })
  await clerk.post(`${opened.path}/worksheet`)
  await startWork(clerk, opened.enrolmentId)
  await layOutDays(office, clerk, opened, [
    { day: inDays(-3), mark },
    { day: inDays(-2) },
    { day: inDays(0) },
    { day: inDays(2) },
    { day: inDays(3) },
  ])
  return opened
}
const rows = async (sql: string, values: unknown[]) =>
  (await ownerQuery(office.urls, clerk.agencyId, (client) => client.query(sql, values))).rows

describe('WAP-P2.5 a case returned to court', () => {
  test('is ended, with the reason, the day, who decided it by which clause, and the paper that goes with it', async () => {
    const opened = await working()
    const done = await returned(opened, { note: 'Letter of the court of March 2.' })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({ state: 'returned-to-court', next: { kind: 'nothing' } })
    const step = done.body.steps.at(-1)
    expect(step).toMatchObject({
      kind: 'returned-to-court',
      byName: 'Test deputy',
      note: 'Letter of the court of March 2.',
      returned: { reason: 'court-asked', bureauDocument: null },
    })
    const [kept] = await rows('select about from programs.step where enrolment_id = $1 and kind = $2', [
      opened.enrolmentId,
      'returned-to-court',
    ])
    expect(kept.about).toMatchObject({ clause: 'WAP-P2.5', adjustedDays: 4, creditedDays: 1, restDays: 3 })
    const [paper] = await rows('select kind, data from platform.document where id = $1', [
      step.returned.courtDocument,
    ])
    expect(paper.data).toMatchObject({ to: 'court', restDays: 3, note: 'Letter of the court of March 2.' })
    expect(renderPdf(documentTemplates[paper.kind]!, paper.data).subarray(0, 5).toString()).toBe('%PDF-')
    const timeline = (await clerk.get(`/api/desk/people/${opened.personId}/timeline`)).body.entries
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: 'programs.returned-to-court',
        about: expect.objectContaining({ reason: 'court-asked' }),
      }),
    )
  })

  test('frees the days after it and their places; what is past or of the day itself stays to be reported', async () => {
    const opened = await working()
    await returned(opened)
    const days = await rows(
      `select d.day::text, d.until_version, t.taken from work.contract_day d
       join work.site_day t on t.site_id = d.site_id and t.day = d.day
       where d.enrolment_id = $1 order by d.day`,
      [opened.enrolmentId],
    )
    const stands = { until_version: null, taken: 1 }
    const freed = { until_version: 2, taken: 0 }
    expect(days).toEqual([
      { day: inDays(-3).toString(), ...stands },
      { day: inDays(-2).toString(), ...stands },
      { day: inDays(0).toString(), ...stands },
      { day: inDays(2).toString(), ...freed },
      { day: inDays(3).toString(), ...freed },
    ])
  })

  test('of a person whose prints the bureau took: a note to it with the reason and nothing of the note', async () => {
    const opened = await working()
    await rows(
      `insert into intake.print_record (agency_id, id, enrolment_id, person_id, kind, on_day, at, by)
       values ($1, gen_random_uuid(), $2, $3, 'returned-printed', $4, clock_timestamp(), $5)`,
      [clerk.agencyId, opened.enrolmentId, opened.personId, inDays(-3).toString(), clerk.id],
    )
    const { body } = await returned(opened, { note: 'For the court only.' })
    const [paper] = await rows('select kind, data from platform.document where id = $1', [
      body.steps.at(-1).returned.bureauDocument,
    ])
    expect(paper.data).toMatchObject({ to: 'bureau', note: '', reason: 'The court asked for the case back' })
    expect(renderPdf(documentTemplates[paper.kind]!, paper.data).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('WAP-P3.3 is never for fees: refused at the reason with what to do', async () => {
    const opened = await working()
    const refused = await returned(opened, { reason: 'fees-not-paid' })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields).toEqual([
      { path: 'reason', message: expect.stringContaining('WAP-P3.3') },
    ])
    expect((await clerk.get(opened.path)).body.state).toBe('active')
  })

  test('WAP-P6.5 for missed days only where one was missed without excuse', async () => {
    const refused = await returned(await working('worked'), { reason: 'days-missed' })
    expect(refused.body.error.fields).toMatchObject([{ path: 'reason' }])
    expect((await returned(await working('absent-unexcused'), { reason: 'days-missed' })).status).toBe(200)
  })

  test('the day: before the last step, on it, and still to come', async () => {
    const at = (day: number) =>
      working().then((opened) => returned(opened, { onDay: inDays(day).toString() }))
    expect((await at(-1)).body.error.fields).toMatchObject([{ path: 'onDay' }])
    expect((await at(0)).status).toBe(200)
    expect((await at(1)).body.error.fields).toMatchObject([{ path: 'onDay' }])
  })

  test('another reason without a note, a second time, a clerk, another office: refused', async () => {
    const opened = await working()
    expect((await returned(opened, { reason: 'other' })).body.error.fields).toMatchObject([{ path: 'note' }])
    expect((await returned(opened, {}, clerk)).status).toBe(403)
    const elsewhere = await office.account(['deputy'], await office.agency())
    expect((await returned(opened, {}, elsewhere)).status).toBe(404)
    expect((await returned(opened)).status).toBe(200)
    expect((await returned(opened)).status).toBe(422)
  })
})
