import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

// Types of the migrated database, so that a query that names a wrong column does not compile.

interface Column {
  room: string
  relation: string
  kind: string
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  generatedAlways: boolean
}

const typeOf: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  float8: 'number',
  int2: 'number',
  float4: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  text: 'string',
  timestamptz: 'Temporal.Instant',
  uuid: 'string',
  xid8: 'string',
  _int4: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
}

/** Writes `platform/schema.gen.ts` from a migrated database. */
export async function generateSchema(url: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await writeFile(target, render(await columns(client)))
  } finally {
    await client.end()
  }
}

/** Where the generated types stand. */
export const schemaFile = join(import.meta.dirname, '..', 'packages/server/platform/schema.gen.ts')

// A view's columns carry no "not null". One is certain where it is a column of the same name of a table in the
// view's own room, not null there and not outer-joined, or where its type can only come from a test or a list
// and not from such a column that may be null.
const sameColumn = `
  from information_schema.view_column_usage u
  join pg_attribute base on base.attrelid = format('%I.%I', u.table_schema, u.table_name)::regclass
    and base.attname = u.column_name
  where u.view_schema = n.nspname and u.view_name = c.relname and u.table_schema = n.nspname
    and u.column_name = a.attname`
const certainInView = `((t.typname in ('bool', '_text', '_uuid') and not exists (select ${sameColumn} and not base.attnotnull))
  or exists (select ${sameColumn} and base.attnotnull
    and pg_get_viewdef(c.oid) !~ ('LEFT JOIN [^;]*' || u.table_schema || '\\.' || u.table_name || '\\y')))`

async function columns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as room, c.relname as relation, c.relkind::text as kind, a.attname as name, t.typname as type,
      case when c.relkind = 'v' then not ${certainInView} else not a.attnotnull end as nullable, a.atthasdef as "hasDefault", a.attidentity = 'a' as "generatedAlways"
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'v', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'migration', 'public')
    order by n.nspname, c.relname, a.attnum`)
  return rows
}

function render(all: Column[]): string {
  const relations = Map.groupBy(all, (column) => `${column.room}.${column.relation}`)
  const body = [...relations].map(([name, list]) => `  '${name}': {\n${list.map(renderColumn).join('')}  }\n`)
  return `// Made from the migrated database. Do not edit: change a migration and generate again.
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

/** JSON as read; written as text made by JSON.stringify. */
// biome-ignore lint/suspicious/noExplicitAny: what a stored value holds is checked where it is read
export type Json = ColumnType<any, string, string>
type Optional<T> = ColumnType<T, T | undefined, T>
type OptionalJson = ColumnType<Json['__select__'], string | null | undefined, string | null>

export interface DB {
${body.join('')}}
`
}

function renderColumn(column: Column): string {
  const base = typeOf[column.type]
  if (!base)
    throw new Error(
      `${column.room}.${column.relation}.${column.name} has type ${column.type}: add it to the table of types.`,
    )
  const nullable = column.nullable
  if (column.generatedAlways) return `    ${column.name}: GeneratedAlways<${base}>\n`
  if (base === 'Json' && column.kind !== 'v' && (nullable || column.hasDefault))
    return `    ${column.name}: OptionalJson\n`
  const type = nullable ? `${base} | null` : base
  const optional = column.kind !== 'v' && (nullable || column.hasDefault)
  return `    ${column.name}: ${optional && base !== 'Json' ? `Optional<${type}>` : type}\n`
}
