import type pg from 'pg'

/** A driven case as its rows stand in the database: what is copied for each of the many. */
export interface CaseRows {
  personId: string
  enrolmentId: string
  /** Every id of the case's own rows; any other id (a site, an account) is shared by the copies. */
  ids: string[]
  tables: CaseTable[]
}

/** A table with rows of the case. */
export interface CaseTable {
  name: string
  columns: { name: string; type: string }[]
  /** The condition that finds the case's rows; its ids are $1. */
  where: string
}

/** Columns by which a row belongs to a case, in the order in which the rows of a case are found. */
const belongings = ['person_id', 'commitment_id', 'enrolment_id', 'contract_day_id', 'assessment_id', 'waiver_id', 'receipt_id'] // biome-ignore format: one list

/** Keys and numbers are made for each copy by the functions of the rooms, or would all be the same. */
const notCopied = [
  'people.search_key',
  'people.identifier',
  'platform.paper',
  'platform.paper_bytes',
  'money.budget',
]

/** Finds everything that belongs to a person's case. Runs as somebody who sees every office. */
export async function caseRows(client: pg.Client, personId: string, enrolmentId: string): Promise<CaseRows> {
  const ids = new Set([personId])
  const tables = await tablesOfCases(client)
  // What hangs on what was just found is found in the next pass.
  for (let found = 0; found < ids.size; ) {
    found = ids.size
    for (const table of tables) {
      if (!table.columns.some((column) => column.name === 'id')) continue
      const { rows } = await client.query<{ id: string }>(
        `select id::text from ${table.name} where ${table.where}`,
        [[...ids]],
      )
      for (const { id } of rows) ids.add(id)
    }
  }
  return { personId, enrolmentId, ids: [...ids], tables }
}

async function tablesOfCases(client: pg.Client): Promise<CaseTable[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `select c.table_schema || '.' || c.table_name as table, c.column_name as name, c.udt_name as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE'
       and c.table_schema in ('platform', 'people', 'court', 'programs', 'intake', 'work', 'money')
     order by 1, c.ordinal_position`,
  )
  return [...Map.groupBy(rows, (row) => row.table)]
    .filter(([table]) => !notCopied.includes(table))
    .flatMap(([table, columns]) => {
      const where = ownRows(
        table,
        columns.map((column) => column.name),
      )
      return where ? [{ name: table, columns, where }] : []
    })
}

function ownRows(table: string, columns: readonly string[]): string | null {
  if (table === 'people.person') return 'id = any($1::uuid[])'
  const by = belongings.filter((column) => columns.includes(column))
  return by.length === 0 ? null : by.map((column) => `${column} = any($1::uuid[])`).join(' or ')
}
