import type { Temporal } from 'temporal-polyfill'
import { countyPerson } from './names.ts'

/** What a page asks the office for. */
export interface Question {
  name: string
  /** A new address each time, below the interface's own, so that no answer is warm. */
  path: () => string
  /** Who asks; a clerk where it makes no difference. */
  by?: 'sergeant'
}

/** The county that is asked about; of its records some, taken at random. */
export interface AskedAbout {
  people: number
  today: Temporal.PlainDate
  /** The Monday of the office's week. */
  week: Temporal.PlainDate
  persons: readonly string[]
  enrolments: readonly string[]
  sites: readonly string[]
}

/** The smallest question there is, one query for somebody who is signed in: the others are read against it. */
export const reference: Question = { name: 'reference', path: () => 'session' }

/** What is measured. */
export function questions(county: AskedAbout): Question[] {
  return [...pages(county), ...searches(county), ...lists(), ...moneyLists(county)]
}

function pages({ persons, enrolments, sites, week }: AskedAbout): Question[] {
  return [
    { name: 'person page', path: () => `desk/people/${pick(persons)}` },
    { name: 'timeline of a person', path: () => `desk/people/${pick(persons)}/timeline?limit=500` },
    { name: 'enrolment', path: () => `programs/enrolments/${pick(enrolments)}` },
    { name: 'worksheet', path: () => `programs/enrolments/${pick(enrolments)}/worksheet` },
    { name: 'statement of fees', path: () => `money/enrolments/${pick(enrolments)}/statement` },
    { name: 'roster of a week', path: () => `work-release/rosters/${pick(sites)}/${week}` },
  ]
}

function searches({ people }: AskedAbout): Question[] {
  const anybody = () => countyPerson(Math.floor(Math.random() * people))
  const search = (name: string, q: () => string): Question => ({
    name: `search by ${name}`,
    path: () => `desk/search?limit=50&q=${encodeURIComponent(q())}`,
  })
  return [
    search('part of a name', () => anybody().familyName.slice(1, 5)),
    search('full name', () => `${anybody().givenNames} ${anybody().familyName}`),
    search('two common words', () => pick(['maria garcia', 'jose martinez', 'james smith', 'juan lopez'])),
    search('a rare and a common word', () =>
      pick(['marquez james', 'cox maria', 'leon jose', 'acosta juan']),
    ),
    search('two letters', () => pick(['ma', 'jo', 'ga', 'sm'])),
    search('sound', () => misspelt(anybody().familyName)),
    search('docket', () => anybody().docket),
    search('phone', () => anybody().phone.slice(-7)),
    search('booking number', () => anybody().bookingNumber),
  ]
}

function lists(): Question[] {
  return [
    { name: 'Today of a clerk', path: () => 'desk/today' },
    { name: 'Today of a sergeant', path: () => 'desk/today', by: 'sergeant' },
    { name: 'open enrolments', path: () => 'programs/enrolments' },
    { name: 'ended enrolments', path: () => 'programs/enrolments?state=ended' },
    { name: 'open commitments', path: () => 'court/commitments?state=open' },
    { name: 'all commitments', path: () => 'court/commitments' },
    { name: 'rosters of seven weeks', path: () => 'work-release/rosters?limit=5000' },
    { name: 'sites that owe a roster', path: () => 'work-release/late-rosters' },
    { name: 'sites', path: () => 'work-release/sites?limit=5000' },
  ]
}

function moneyLists({ today }: AskedAbout): Question[] {
  const month = `from=${today.subtract({ days: 30 })}&until=${today}`
  return [
    { name: 'drawer of a day', path: () => 'money/takings' },
    { name: 'receipts', path: () => 'money/receipts' },
    { name: 'ledger of a month', path: () => `money/ledger?${month}` },
    { name: 'income of a month', path: () => `money/income?${month}` },
    { name: 'money held for people', path: () => 'money/held' },
    { name: 'waivers', path: () => 'money/waivers' },
  ]
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)]!

/** As somebody writes it who has only heard it. */
const misspelt = (name: string): string =>
  name.split(' ')[0]!.replace(/i/, 'y').replace(/z$/, 's').replace(/ck?/, 'k')
