import pg from 'pg'
import { type AuditFault, verifyAudit } from '../packages/server/platform/audit-verify.ts'
import { atDatabase } from './addresses.ts'
import type { Report } from './proof.ts'

interface Tampering {
  what: string
  statement: string
  /** What the check must say of it. */
  found: AuditFault['kind']
}

// Done by somebody who owns the machine and the database; nobody else could.
const tamperings: readonly Tampering[] = [
  {
    what: 'a row changed',
    statement: `update audit.entry set reason = 'another reason' where id = (select min(id) + 100 from audit.entry)`,
    found: 'row-changed',
  },
  {
    what: 'a payload changed',
    statement: `update audit.entry set payload = jsonb_set(payload, '{after,tampered}', 'true')
      where id = (select id from audit.entry where payload ? 'after' order by id limit 1 offset 50)`,
    found: 'payload-changed',
  },
  {
    what: 'a row removed',
    statement: 'delete from audit.entry where id = (select min(id) + 100 from audit.entry)',
    found: 'rows-missing',
  },
  {
    what: 'the newest rows removed together with their seal',
    statement: `with cut as (delete from audit.seal where id = (select max(id) from audit.seal) returning from_xid)
      delete from audit.entry e using cut where e.xid >= cut.from_xid`,
    found: 'tail-cut',
  },
]

/** Tampers with copies of a stopped instance's database and checks that each is found. */
export function checkTampering(report: Report, dataDir: string): Promise<void> {
  return atDatabase(dataDir, async ({ superuser, worker }, folder) => {
    const name = new URL(worker).pathname.slice(1)
    for (const [n, { what, statement, found }] of tamperings.entries()) {
      const copy = `${name}_copy_${n}`
      await run(superuser!, `create database ${copy} template ${name}`)
      const changed = await run(on(superuser!, copy), statement)
      const { faults } = await verifyAudit(on(worker, copy), { headsFile: folder.sealHeads })
      const kinds = [...new Set(faults.map((fault) => fault.kind))]
      report.check(
        `audit verify finds ${what}`,
        changed > 0 && kinds.includes(found),
        `${changed} rows touched; found ${kinds.join(', ') || 'nothing'}`,
      )
      await run(superuser!, `drop database ${copy}`)
    }
  })
}

function on(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function run(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
