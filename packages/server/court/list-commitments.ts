import { sql } from 'kysely'
import { z } from 'zod'
import { keyBegins, searchTerms } from '../people/index.ts'
import type { ViewTx } from '../platform/database.ts'
import type { CsvColumn } from '../platform/files.ts'
import { day, limit, text } from '../platform/schemas.ts'
import type { listedView } from './answers.ts'
import { itemInWords } from './checklist-words.ts'
import { commitmentStates } from './commitment-state.ts'

/** Which commitments to list. `open`: something is still to be done about it, enrolling included. */
export const commitmentsQuery = z.object({
  state: z.enum([...commitmentStates, 'open', 'all']).default('all'),
  original: z.enum(['owed', 'any']).default('any'),
  enrolled: z.enum(['yes', 'no', 'any']).default('any'),
  q: text(100, false).default(''),
  from: day.optional(),
  until: day.optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})

type CommitmentsQuery = z.output<typeof commitmentsQuery>
type Listed = z.output<typeof listedView>

/** The commitments, latest received first. `until` is included. */
export async function listCommitments(tx: ViewTx, asked: CommitmentsQuery): Promise<Listed[]> {
  let query = tx
    .selectFrom('court.v_commitment as c')
    .innerJoin('people.v_person as p', (on) =>
      on.onRef('p.agency_id', '=', 'c.agency_id').onRef('p.id', '=', 'c.person_id'),
    )
    .leftJoin('programs.v_enrolment_commitment as j', (on) =>
      on.onRef('j.agency_id', '=', 'c.agency_id').onRef('j.commitment_id', '=', 'c.id'),
    )
    .leftJoin('programs.v_enrolment as e', (on) =>
      on.onRef('e.agency_id', '=', 'j.agency_id').onRef('e.id', '=', 'j.enrolment_id'),
    )
    .select(['c.id', 'c.docket', 'c.court_name', 'c.received_on', 'c.sentenced_on', 'c.state', 'c.checklist'])
    .select(['c.is_modification', 'c.paper_id', 'c.person_id', 'e.id as enrolment_id', 'e.number'])
    .select(['p.family_name', 'p.given_names', 'p.suffix', 'p.birth_date'])
  if (asked.state === 'open') {
    query = query.where('c.id', 'in', (open) => open.selectFrom('court.v_open_commitment').select('id'))
  } else if (asked.state !== 'all') query = query.where('c.state', '=', asked.state)
  if (asked.original === 'owed') query = query.where('c.original_owed', '=', true)
  if (asked.enrolled !== 'any') query = query.where('e.id', asked.enrolled === 'yes' ? 'is not' : 'is', null)
  if (asked.from) query = query.where('c.received_on', '>=', asked.from)
  if (asked.until) query = query.where('c.received_on', '<=', asked.until)
  for (const term of searchTerms(asked.q))
    query = query.where(term.kind === 'word' ? named(term.text) : docketed(term.text))
  const rows = await query.orderBy('c.received_on', 'desc').orderBy('c.id').limit(asked.limit).execute()
  return rows.map((row) => {
    const { askCourt, toCheck } = row.checklist as { askCourt: string[]; toCheck: string[] }
    return {
      id: row.id,
      person: {
        id: row.person_id,
        familyName: row.family_name,
        givenNames: row.given_names,
        suffix: row.suffix,
        birthDate: row.birth_date,
      },
      docket: row.docket,
      courtName: row.court_name,
      receivedOn: row.received_on,
      sentencedOn: row.sentenced_on,
      state: row.state as Listed['state'],
      owed: askCourt.map(itemInWords),
      toCheck: toCheck.map(itemInWords),
      modification: row.is_modification,
      enrolmentId: row.enrolment_id,
      enrolmentNumber: row.number,
      paperId: row.paper_id,
    }
  })
}

const named = (word: string) =>
  sql<boolean>`c.person_id in (select person_id from people.v_search_key
    where ${keyBegins('name', word)} or ${keyBegins('inside', word)})`

const docketed = (number: string) =>
  sql<boolean>`c.id in (select source_id from people.v_search_key where ${keyBegins('docket', number)})`

const stateInWords: Readonly<Record<Listed['state'], string>> = {
  'to-check': 'Look at the paper again',
  refused: 'Return it, or ask the court',
  'to-ask': 'Ask the court',
  asked: 'Asked the court',
  'original-owed': 'Accepted, original owed',
  accepted: 'Accepted',
  returned: 'Returned to the court',
}

/** The list as a file for a spreadsheet. */
export const commitmentColumns: readonly CsvColumn<Listed>[] = [
  { title: 'Received', value: (row) => row.receivedOn.toString() },
  { title: 'Family name', value: (row) => row.person.familyName },
  { title: 'Given names', value: (row) => row.person.givenNames },
  { title: 'Date of birth', value: (row) => row.person.birthDate?.toString() ?? null },
  { title: 'Docket', value: (row) => row.docket },
  { title: 'Court', value: (row) => row.courtName },
  { title: 'Sentenced', value: (row) => row.sentencedOn?.toString() ?? null },
  { title: 'State', value: (row) => stateInWords[row.state] },
  { title: 'Missing', value: (row) => inEnglish(row.owed) },
  { title: 'Not looked at', value: (row) => inEnglish(row.toCheck) },
  { title: 'Booking number', value: (row) => row.enrolmentNumber },
]

function inEnglish(named: Listed['owed']): string {
  return named.map(({ words }) => words.en).join('; ')
}
