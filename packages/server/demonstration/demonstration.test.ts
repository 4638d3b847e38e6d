import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { dayIn, officeAheadSeconds, setOfficeAhead, wallNow } from '../platform/clock.ts'
import { keysFrom } from '../platform/keys.ts'
import { createTestDatabase, ownerQuery, type TestUrls } from '../testing/database.ts'
import { type Caller, signInAs } from './caller.ts'
import { timeZone } from './found-office.ts'
import { holidaysBetween } from './holidays.ts'
import { openInProcess } from './in-process.ts'
import { demonstrationAccounts, loadDemonstration } from './index.ts'

const keys = keysFrom(Buffer.alloc(32, 7))
const today = () => dayIn(timeZone, wallNow())
/** The first day from today on for which this holds. */
const next = (holds: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate => {
  let day = today()
  while (!holds(day)) day = day.add({ days: 1 })
  return day
}

const isHoliday = (day: Temporal.PlainDate) => holidaysBetween(day, day.add({ days: 1 })).length > 0

afterEach(() => setOfficeAhead(0))

/** Loads the demonstration as if it were that hour of that day, and looks at it as each account would. */
async function loadedAt<R>(
  day: Temporal.PlainDate,
  plainTime: string,
  look: (as: (username: string) => Promise<Caller>, urls: TestUrls) => Promise<R>,
): Promise<R> {
  const at = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
  setOfficeAhead(Math.round((at - wallNow().epochMilliseconds) / 1000))
  const ahead = officeAheadSeconds()
  const urls = await createTestDatabase(inject('cluster'), `shown_${randomBytes(6).toString('hex')}`)
  try {
    await loadDemonstration({ appUrl: urls.app, ownerUrl: urls.owner, keys })
    expect(officeAheadSeconds()).toBe(ahead)
    const office = await openInProcess(urls.app, keys)
    try {
      return await look(
        (username) => signInAs(office.send, username, demonstrationAccounts()[0]!.password),
        urls,
      )
    } finally {
      await office.close()
    }
  } finally {
    await urls.drop()
  }
}

interface Today {
  today: string
  duties: { kind: string; count: number }[]
}

async function seen(as: (username: string) => Promise<Caller>, urls: TestUrls) {
  const sergeant = await as('sergeant')
  const clerk = await as('clerk')
  const dutiesOf = async (who: Caller) =>
    (await who.get<Today>('/api/desk/today')).duties
      // From Thursday on the rosters of the next week go out.
      .filter(({ kind }) => kind !== 'roster-to-send')
      .map(({ kind, count }) => `${kind} ${count}`)
  const { today } = await sergeant.get<Today>('/api/desk/today')
  const inOffice = async (query: string) => {
    const agency = await ownerQuery(urls, '00000000-0000-0000-0000-000000000000', (client) =>
      client.query(`select id from access.agency where slug = 'demonstration'`),
    )
    return (await ownerQuery(urls, agency.rows[0].id, (client) => client.query(query))).rows
  }
  return {
    today,
    clerk: await dutiesOf(clerk),
    sergeant: await dutiesOf(sergeant),
    states: await inOffice(
      `select state, count(*)::int as people from programs.enrolment_state('${today}') group by 1 order by 1`,
    ),
    actors: await inOffice(
      `select distinct a.username from programs.v_step s left join access.v_account a on a.id = s.by order by 1`,
    ),
    books: await inOffice('select * from money.books()'),
    marks: await inOffice(`select distinct standing from work.v_contract_day order by 1`),
    languages: await inOffice(`select distinct language from people.v_person order by 1`),
    future: await inOffice(
      `select e.kind from platform.event e where e.at > '${wallNow().add({ seconds: officeAheadSeconds() + 1 })}'`,
    ),
  }
}

/** The second office as it is set up, before anybody is in it. */
async function sacramentoSeen(as: (username: string) => Promise<Caller>) {
  const [deputy, supervisor] = [await as('sac-deputy'), await as('sac-supervisor')]
  const { total } = await deputy.get<{ total: number }>('/api/equipment/units?limit=1')
  const { models } = await deputy.get<{ models: { name: string; priceToday: { inFieldCents: number } }[] }>(
    '/api/equipment/models',
  )
  const { places } = await deputy.get<{ places: { capacity: number; free: number }[] }>(
    '/api/home/detentions',
  )
  const { sets } = await deputy.get<{ sets: { name: string }[] }>('/api/home/zone-sets')
  const { guidelines } = await deputy.get<{
    guidelines: { subject: string; approvedByName: string | null; waiting: number }[]
  }>('/api/monitoring/guidelines')
  const { onCall } = await supervisor.get<{ onCall: { name: string }[] }>('/api/monitoring/on-call')
  const { shifts } = await supervisor.get<{ shifts: { post: string }[] }>('/api/monitoring/shifts?days=7')
  const { rows } = await deputy.get<{ rows: unknown[] }>('/api/programs/enrolments?limit=10')
  return {
    units: total,
    prices: models.map(({ name, priceToday }) => `${name} ${priceToday.inFieldCents}`).sort(),
    places: places.map(({ capacity, free }) => [capacity, free]),
    sets: sets.map(({ name }) => name).sort(),
    approved: guidelines.filter((one) => one.approvedByName !== null).map(({ subject }) => subject),
    waiting: guidelines.filter((one) => one.waiting > 0).map(({ subject }) => subject),
    onCall: onCall.map(({ name }) => name),
    posts: [...new Set(shifts.map(({ post }) => post))].sort(),
    people: rows.length,
  }
}

const clerksDay = [
  'commitment-to-open 2', 'original-owed 1', 'worksheet-to-compute 1', 'appointment-to-make 2', 'appointment-today 5',
  'appointment-passed 1', 'booking-to-finish 1', 'days-to-schedule 4',
  'payment-date-passed 1', 'attendance-to-enter 1', 'missed-day-to-answer 2', 'completion-to-record 1',
] // biome-ignore format: one list

describe('the demonstration', () => {
  test.each([
    ['at dawn on a Monday that is a holiday', next((day) => day.dayOfWeek === 1 && isHoliday(day)), '05:20'],
    ['late on a Sunday', next((day) => day.dayOfWeek === 7), '22:40'],
  ])('%s it is the same office, full for clerk and sergeant', { timeout: 120_000 }, async (_, day, time) => {
    const shown = await loadedAt(day, time, seen)
    expect(shown.today).toBe(day.toString())
    expect(shown.clerk).toEqual(clerksDay)
    expect(shown.sergeant).toEqual(
      expect.arrayContaining([
        ...clerksDay,
        'screening-to-decide 2',
        'waiver-to-decide 1',
        'parameter-to-approve 1',
      ]),
    )
    expect(shown.states).toEqual([
      { state: 'accepted', people: 1 },
      { state: 'active', people: 7 },
      { state: 'applied', people: 2 },
      { state: 'appointed', people: 6 },
      { state: 'booked', people: 1 },
      { state: 'completed', people: 1 },
      { state: 'denied', people: 1 },
      { state: 'opened', people: 2 },
    ])
    expect(shown.actors).toEqual([{ username: 'clerk' }, { username: 'sergeant' }])
    expect(shown.books).toEqual([])
    expect(shown.marks.map((row) => row.standing)).toEqual(['incomplete', 'missed', 'open', 'worked'])
    expect(shown.languages).toEqual([{ language: 'en' }, { language: 'es' }])
    expect(shown.future).toEqual([])
  })

  test('the second office is set up, and sees nobody of the first', { timeout: 120_000 }, async () => {
    const shown = await loadedAt(today().add({ days: 1 }), '18:00', sacramentoSeen)
    expect(shown).toEqual({
      units: 330,
      prices: ['Check-in telephone 350', 'One-piece A1 539'],
      places: [
        [300, 300],
        [14, 14],
      ],
      sets: ['Playgrounds', 'Schools'],
      approved: ['parameters', 'protocol:strap'],
      waiting: ['protocol:battery-low'],
      onCall: ['Deputy Jess Example', 'Deputy Rory Instance'],
      posts: ['operator', 'supervisor'],
      people: 0,
    })
  })

  test('every account is printed with its office and signs in by a name of its own', () => {
    const accounts = demonstrationAccounts()
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length)
    expect(new Set(accounts.map(({ office }) => office))).toEqual(new Set(['Contra Costa', 'Sacramento']))
  })
})
