import {
  type DecidedCase,
  type DecidedKind,
  type DecidedResult,
  decidedUnder,
  type Erratum,
  type Pack,
} from '@inlieu/law'
import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ViewTx } from '../platform/database.ts'
import { csv } from '../platform/files.ts'
import { day, id } from '../platform/schemas.ts'
import { both, words } from '../platform/words.ts'
import { programOf, programRun } from '../programs/index.ts'

const outcome = z.enum(['ineligible', 'eligible', 'officer-decides', 'incomplete'])
const kind = z.enum(['assessment', 'checklist', 'sentence', 'fees'])

/** A result on record that was decided under an erratum. */
export const erratumCase = z.object({
  /** Of the decision, worksheet, assessment of fees or commitment. */
  id,
  kind,
  personId: id,
  personName: z.string(),
  /** Null for a commitment: it belongs to no program yet. */
  enrolmentId: id.nullable(),
  /** Booking number, or the docket of a commitment. */
  number: z.string(),
  on: day,
  certain: z.boolean(),
  /** Nothing was decided in its place since. */
  stands: z.boolean(),
  before: outcome.nullable(),
  after: outcome.nullable(),
})

/** What an earlier release of the rules had wrong, and what this office decided under it. */
export const erratumShown = z.object({
  pack: z.string(),
  program: z.string(),
  clause: z.string(),
  words,
  kinds: z.array(kind),
  from: day,
  until: day.nullable(),
  corrected: day,
  cases: z.array(erratumCase),
})

export type ErratumShown = z.output<typeof erratumShown>

interface Decided {
  id: string
  person_id: string
  person_name: string
  enrolment_id: string | null
  number: string
  on_day: Temporal.PlainDate
  hash: string
  stands: boolean
  result: unknown
}

/** Read so many at once: each result is whole. */
const batch = 1_000

/** The errata of a program's rules, each with the cases of this office that were decided under it. */
export async function errataOf(tx: ViewTx, pack: Pack): Promise<ErratumShown[]> {
  const shown = []
  for (const erratum of pack.errata) {
    const { clause, kinds, from, until, corrected } = erratum
    const cases = []
    for (const of of kinds) cases.push(...(await casesOf(tx, pack, erratum, of)))
    shown.push({
      pack: pack.name,
      program: programRun(pack.name)?.name ?? pack.title,
      clause,
      words: both(erratum.words),
      kinds: [...kinds],
      from: toDay(from),
      until: until === null ? null : toDay(until),
      corrected: toDay(corrected),
      cases,
    })
  }
  return shown
}

/** The same for every program of the office. */
export async function allErrata(tx: ViewTx, packs: readonly string[]): Promise<ErratumShown[]> {
  const lists = []
  for (const name of packs) lists.push(...(await errataOf(tx, programOf({ pack: name }))))
  return lists
}

/** A row a case, for a spreadsheet. */
export const errataAsCsv = (errata: readonly ErratumShown[], timeZone: string): string =>
  csv(
    errata.flatMap((erratum) => erratum.cases.map((one) => ({ erratum, one }))),
    [
      { title: 'Program', value: ({ erratum }) => erratum.program },
      { title: 'Clause', value: ({ erratum }) => erratum.clause },
      { title: 'What was wrong', value: ({ erratum }) => erratum.words.en },
      { title: 'Corrected', value: ({ erratum }) => erratum.corrected.toString() },
      { title: 'Person', value: ({ one }) => one.personName },
      { title: 'Number', value: ({ one }) => one.number },
      { title: 'Decided', value: ({ one }) => one.kind },
      { title: 'For', value: ({ one }) => one.on.toString() },
      { title: 'As decided', value: ({ one }) => one.before },
      { title: 'By the corrected rules', value: ({ one }) => one.after },
      { title: 'Stands', value: ({ one }) => (one.stands ? 'yes' : 'replaced') },
      { title: 'Certain', value: ({ one }) => (one.certain ? 'yes' : 'in doubt') },
    ],
    timeZone,
  )

type Case = z.output<typeof erratumCase>

/** The database leaves out what cannot be concerned; the law says which of the rest are. */
async function casesOf(tx: ViewTx, pack: Pack, erratum: Erratum, of: DecidedKind): Promise<Case[]> {
  const found: Case[] = []
  let last = ''
  for (;;) {
    const rows = await decidedAfter(tx, pack, erratum, { of, last })
    found.push(...concerned(pack, erratum, of, rows))
    if (rows.length < batch) return found.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
    last = rows.at(-1)!.id
  }
}

function concerned(pack: Pack, erratum: Erratum, of: DecidedKind, rows: readonly Decided[]): Case[] {
  const results = rows.map(
    (row): DecidedResult => ({
      id: row.id,
      kind: of,
      on: row.on_day.toString(),
      hash: row.hash,
      result: row.result,
    }),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const [only] = decidedUnder({ ...pack, errata: [erratum] }, results)
  return only!.cases.map((one) => shownCase(one, byId.get(one.id)!))
}

const shownCase = ({ kind, certain, before, after }: DecidedCase, row: Decided): Case => ({
  id: row.id,
  kind,
  personId: row.person_id,
  personName: row.person_name,
  enrolmentId: row.enrolment_id,
  number: row.number,
  on: row.on_day,
  certain,
  stands: row.stands,
  before,
  after,
})

async function decidedAfter(
  tx: ViewTx,
  pack: Pack,
  { hashes, from, until, corrected, textCode }: Erratum,
  { of, last }: { of: DecidedKind; last: string },
): Promise<readonly Decided[]> {
  const named = sql`d.hash in (${sql.join([...hashes])})`
  const inDoubt = sql`d.hash <> ${pack.hash} and d.version = ${pack.version} and d.on_day < ${corrected}::date`
  const { rows } = await sql<Decided>`
    select d.id, d.person_id, d.enrolment_id, d.number, d.on_day, d.hash, d.stands, d.result,
      concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_names, '')) as person_name
    from (${sources[of](pack.name)}) d
    join people.v_person p on p.id = d.person_id
    where (${named} or (${inDoubt})) and d.on_day >= ${from}::date
      and (${until}::date is null or d.on_day < ${until}::date)
      and (${textCode}::text is null or position(${JSON.stringify(textCode)} in d.result::text) > 0)
      and d.id::text > ${last}
    order by d.id::text
    limit ${sql.lit(batch)}`.execute(tx)
  return rows
}

/** Where each kind of result is kept, under the names that the query above asks for. */
const sources: Readonly<Record<DecidedKind, (pack: string) => RawBuilder<unknown>>> = {
  assessment: (pack) => sql`
    select d.id, e.person_id, e.id as enrolment_id, e.number, (d.assessment ->> 'on')::date as on_day,
      d.pack_hash as hash, d.pack_version as version, d.assessment as result,
      not exists (select from intake.v_decision l
        where l.enrolment_id = d.enrolment_id and l.step = d.step and l.decided_at > d.decided_at) as stands
    from intake.v_decision d join programs.v_enrolment e on e.id = d.enrolment_id where e.pack = ${pack}`,
  checklist: () => sql`
    select c.id, c.person_id, null::uuid as enrolment_id, c.docket as number, c.received_on as on_day,
      c.pack_hash as hash, c.pack_version as version, c.checklist as result,
      c.returned_at is null as stands
    from court.v_commitment c`,
  sentence: (pack) => sql`
    select w.id, e.person_id, e.id as enrolment_id, e.number, w.computed_on as on_day,
      w.pack_hash as hash, w.pack_version as version, w.result, w.id = e.worksheet_id as stands
    from programs.v_worksheet w join programs.v_enrolment e on e.id = w.enrolment_id where w.pack = ${pack}`,
  fees: (pack) => sql`
    select a.id, e.person_id, e.id as enrolment_id, e.number, a.rates_on as on_day,
      a.pack_hash as hash, a.pack_version as version, a.result,
      not exists (select from money.v_assessment l
        where l.enrolment_id = a.enrolment_id and l.occasion = a.occasion and l.number > a.number) as stands
    from money.v_assessment a join programs.v_enrolment e on e.id = a.enrolment_id where e.pack = ${pack}`,
}

const toDay = (text: string) => Temporal.PlainDate.from(text)
