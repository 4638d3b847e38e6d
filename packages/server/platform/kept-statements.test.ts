import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from './database.ts'

let database: ReturnType<typeof openDatabase>
beforeAll(() => {
  database = openDatabase(inject('cluster').superuserUrl, 1)
})
afterAll(() => database.close())

const kept = async () =>
  (
    await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(database.db)
  ).rows.map((row) => row.statement)

test('a statement that is asked again and again is kept by the server, and answers its parameters of each time', async () => {
  for (let n = 1; n <= 12; n++) {
    const { rows } = await sql<{ twice: number }>`select ${n}::int * 2 as twice`.execute(database.db)
    expect(rows).toEqual([{ twice: n * 2 }])
  }
  expect(await kept()).toContain('select $1::int * 2 as twice')
})

test('statements whose text differs each time are not kept', async () => {
  for (let n = 1; n <= 12; n++) await sql`select ${sql.lit(n)} as other`.execute(database.db)
  expect((await kept()).filter((statement) => statement.includes('as other'))).toEqual([])
})
