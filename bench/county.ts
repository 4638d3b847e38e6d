import type { Temporal } from 'temporal-polyfill'
import { type Caller, overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { demonstrationAccounts } from '../packages/server/demonstration/index.ts'
import { inOffice, type Watched } from '../packages/server/testing/load/holds.ts'
import { officeToday } from '../packages/server/testing/load/office-day.ts'
import { watchedOf } from '../proofs/addresses.ts'
import { startOffice } from '../proofs/running-office.ts'
import { type Measured, measure } from './measure.ts'
import { multiply } from './multiply.ts'
import { type AskedAbout, type Question, questions, reference } from './questions.ts'

const concurrency = 8
/** Records that the questions are about, taken at random from all. */
const asked = 500

/** A question beside the smallest one there is, asked just before it. */
export interface Compared extends Measured {
  referenceMs: number
}

/** Loads a county into an office of its own and measures the pages at a concurrency of eight, as they are served. */
export async function measureCounty(people: number, tell: (line: string) => void): Promise<Compared[]> {
  const office = await startOffice()
  try {
    const watched = await watchedOf(office.dataDir)
    const began = performance.now()
    const county = await multiply(watched.superuser, new URL(watched.owner).pathname.slice(1), people)
    const took = Math.round((performance.now() - began) / 1000)
    tell(`${county.people} people loaded, ${county.open} of them with an open case, in ${took} s`)
    return await measureAll(office.url, watched, people)
  } finally {
    await office.stop()
    await office.remove()
  }
}

/** Asks every question of a county that is loaded, one after the other. */
export async function measureAll(origin: string, watched: Watched, people: number): Promise<Compared[]> {
  const as = async (role: string): Promise<Caller> => {
    const { username, password } = demonstrationAccounts().find((account) => account.role === role)!
    return signInAs(overHttp(origin), username, password)
  }
  const clerk = await as('clerk')
  const sergeant = await as('sergeant')
  const county = await askedAbout(watched, people, await officeToday(clerk))
  const ask = (question: Question) => {
    const { session } = question.by === 'sergeant' ? sergeant : clerk
    return measure(question.name, { origin, headers: session, path: question.path }, concurrency)
  }
  const results: Compared[] = []
  for (const question of questions(county)) {
    // Asked anew beside each: how busy the machine is changes within a run.
    const { medianMs } = await ask(reference)
    results.push({ ...(await ask(question)), referenceMs: medianMs })
  }
  return results
}

async function askedAbout(watched: Watched, people: number, today: Temporal.PlainDate): Promise<AskedAbout> {
  const week = today.subtract({ days: today.dayOfWeek - 1 })
  const ids = async (query: string) => (await inOffice<{ id: string }>(watched, query)).map((row) => row.id)
  return {
    people,
    today,
    week,
    persons: await ids(`select id from people.person order by md5(id::text) limit ${asked}`),
    enrolments: await ids(`select id from programs.enrolment order by md5(id::text) limit ${asked}`),
    sites: await ids(
      `select distinct site_id as id from work.contract_day where day >= '${week}' and day < '${week}'::date + 7`,
    ),
  }
}
