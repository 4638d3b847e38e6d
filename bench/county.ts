import { overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { demonstrationAccounts } from '../packages/server/demonstration/index.ts'
import { inOffice, type Watched } from '../packages/server/testing/load/holds.ts'
import { officeToday } from '../packages/server/testing/load/office-day.ts'
import { watchedOf } from '../proofs/addresses.ts'
import { startOffice } from '../proofs/running-office.ts'
import { type Measured, measure } from './measure.ts'
import { multiply } from './multiply.ts'
import { countyPerson } from './names.ts'

const concurrency = 8
/** Records that the questions are about, taken at random from all. */
const asked = 500

/** A question and its addresses. */
interface Question {
  name: string
  path: () => string
}

/** Loads a county into an office of its own and measures the pages at a concurrency of eight, as they are served. */
export async function measureCounty(people: number, tell: (line: string) => void): Promise<Measured[]> {
  const office = await startOffice()
  try {
    const watched = await watchedOf(office.dataDir)
    const began = performance.now()
    const county = await multiply(watched.superuser, new URL(watched.owner).pathname.slice(1), people)
    tell(
      `${county.people} people loaded, ${county.active} at work, in ${Math.round((performance.now() - began) / 1000)} s`,
    )
    const { username, password } = demonstrationAccounts().find(({ role }) => role === 'clerk')!
    const clerk = await signInAs(overHttp(office.url), username, password)
    const today = await officeToday(clerk)
    const week = today.subtract({ days: today.dayOfWeek - 1 }).toString()
    const results: Measured[] = []
    for (const { name, path } of await questions(watched, people, week)) {
      results.push(await measure(name, { origin: office.url, headers: clerk.session, path }, concurrency))
    }
    return results
  } finally {
    await office.stop()
    await office.remove()
  }
}

async function questions(watched: Watched, people: number, week: string): Promise<Question[]> {
  const persons = await ids(watched, `select id from people.person order by md5(id::text) limit ${asked}`)
  const enrolments = await ids(
    watched,
    `select id from programs.enrolment order by md5(id::text) limit ${asked}`,
  )
  const sites = await ids(
    watched,
    `select distinct site_id as id from work.contract_day where day >= '${week}' and day < '${week}'::date + 7`,
  )
  const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)]!
  const anybody = () => countyPerson(Math.floor(Math.random() * people))
  const search = (q: string) => `/api/desk/search?q=${encodeURIComponent(q)}`
  return [
    { name: 'reference: health, one query', path: () => '/api/health' },
    { name: 'person page', path: () => `/api/desk/people/${pick(persons)}` },
    { name: 'timeline', path: () => `/api/desk/people/${pick(persons)}/timeline` },
    { name: 'search by part of a name', path: () => search(anybody().familyName.slice(1, 5)) },
    { name: 'search by full name', path: () => search(`${anybody().givenNames} ${anybody().familyName}`) },
    { name: 'search by sound', path: () => search(misspelt(anybody().familyName)) },
    { name: 'search by docket', path: () => search(anybody().docket) },
    { name: 'search by phone', path: () => search(anybody().phone.slice(-7)) },
    { name: 'roster of a week', path: () => `/api/work/rosters/${pick(sites)}/${week}` },
    { name: 'worksheet', path: () => `/api/programs/enrolments/${pick(enrolments)}/worksheet` },
    { name: 'Today', path: () => '/api/desk/today' },
    { name: 'list of commitments', path: () => '/api/court/commitments' },
    { name: 'list of sites', path: () => '/api/work/sites' },
  ]
}

async function ids(watched: Watched, query: string): Promise<string[]> {
  return (await inOffice<{ id: string }>(watched, query)).map((row) => row.id)
}

/** As somebody writes it who has only heard it. */
const misspelt = (name: string): string =>
  name.split(' ')[0]!.replace(/i/, 'y').replace(/z$/, 's').replace(/ck?/, 'k')
