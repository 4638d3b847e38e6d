import { createHash, type Hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { chainStart, type SealHead, sealHash } from './sealer.ts'

/** One thing that does not hold. */
export interface AuditFault {
  kind: 'row-changed' | 'payload-changed' | 'rows-missing' | 'seal-changed' | 'tail-cut' | 'not-sealed'
  where: string
}

/** What `inlieu audit verify` found. */
export interface AuditReport {
  rows: number
  seals: number
  /** Rows whose payload was erased by order; their digest still verifies. */
  erased: number
  /** Rows younger than the last seal. */
  unsealed: number
  faults: AuditFault[]
}

interface Row {
  id: number
  xid: string
  text: string
  payload: string | null
  payload_digest: Buffer
  row_hash: Buffer
}

interface Seal {
  id: number
  from_xid: string
  until_xid: string
  row_count: number
  root: Buffer
  previous: Buffer
  hash: Buffer
}

const batch = 5000
const faultsShown = 50

/**
 * Recomputes the whole trail: each row's hash from its columns, each payload's digest, each seal from its
 * rows, the chain of seals, and the newest seal against the heads kept outside the database.
 * @param url a role that may read all audit rows (worker or owner)
 */
export async function verifyAudit(url: string, options: { headsFile?: string } = {}): Promise<AuditReport> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    // One snapshot for all batches: the office may go on working meanwhile.
    await client.query('begin isolation level repeatable read read only')
    const seals = (
      await client.query<Seal>(
        `select id::int, from_xid::text, until_xid::text, row_count::int, root, previous, hash from audit.seal order by id`,
      )
    ).rows
    const walk = new Walk(seals)
    for await (const row of rowsInOrder(client)) walk.row(row)
    walk.end()
    if (options.headsFile) await compareHeads(options.headsFile, seals, walk.report)
    return walk.report
  } finally {
    await client.end()
  }
}

async function* rowsInOrder(client: pg.Client): AsyncGenerator<Row> {
  let after = { xid: '0', id: '0' }
  for (;;) {
    const { rows } = await client.query<Row>(
      `select e.id::text as id, e.xid::text, audit.row_text(e) as text, e.payload::text, e.payload_digest, e.row_hash
       from audit.entry e where (e.xid, e.id) > ($1::xid8, $2::bigint) order by e.xid, e.id limit ${batch}`,
      [after.xid, after.id],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = { xid: last.xid, id: String(last.id) }
  }
}

class Walk {
  readonly report: AuditReport = { rows: 0, seals: 0, erased: 0, unsealed: 0, faults: [] }
  readonly #seals: Seal[]
  #at = 0
  #root: Hash = createHash('sha256')
  #counted = 0
  #previous: Buffer = chainStart

  constructor(seals: Seal[]) {
    this.#seals = seals
    this.report.seals = seals.length
  }

  row(row: Row): void {
    this.report.rows++
    while (this.#at < this.#seals.length && BigInt(row.xid) >= BigInt(this.#seals[this.#at]!.until_xid))
      this.#close()
    if (!sha256(row.text).equals(row.row_hash)) this.#fault('row-changed', `audit row ${row.id}`)
    if (row.payload === null) this.report.erased++
    else if (!sha256(row.payload).equals(row.payload_digest))
      this.#fault('payload-changed', `audit row ${row.id}`)
    if (this.#at < this.#seals.length) {
      this.#root.update(row.row_hash)
      this.#counted++
    } else this.report.unsealed++
  }

  end(): void {
    while (this.#at < this.#seals.length) this.#close()
  }

  #close(): void {
    const seal = this.#seals[this.#at++]!
    const root = this.#root.digest()
    if (this.#counted !== seal.row_count) {
      this.#fault('rows-missing', `seal ${seal.id} closed ${seal.row_count} rows, ${this.#counted} are there`)
    } else if (!root.equals(seal.root)) this.#fault('row-changed', `a row under seal ${seal.id}`)
    const expected = sealHash(this.#previous, seal.until_xid, seal.row_count, seal.root)
    if (!seal.previous.equals(this.#previous) || !seal.hash.equals(expected)) {
      this.#fault('seal-changed', `seal ${seal.id} does not follow from the one before it`)
    }
    this.#previous = seal.hash
    this.#root = createHash('sha256')
    this.#counted = 0
  }

  #fault(kind: AuditFault['kind'], where: string): void {
    if (this.report.faults.length < faultsShown) this.report.faults.push({ kind, where })
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

async function compareHeads(headsFile: string, seals: Seal[], report: AuditReport): Promise<void> {
  const text = await readFile(headsFile, 'utf8').catch(() => '')
  const known = new Map(seals.map((seal) => [Number(seal.id), seal.hash.toString('hex')]))
  for (const line of text.split('\n')) {
    const head = parseHead(line)
    if (!head) continue
    const inside = known.get(head.id)
    if (inside === undefined) {
      report.faults.push({
        kind: 'tail-cut',
        where: `seal ${head.id} left the database with ${head.rowCount} rows and is gone`,
      })
    } else if (inside !== head.hash) {
      report.faults.push({
        kind: 'seal-changed',
        where: `seal ${head.id} is not the one that left the database`,
      })
    }
    if (report.faults.length >= faultsShown) return
  }
}

// A line half-written when the power went is no evidence of anything.
function parseHead(line: string): SealHead | null {
  try {
    const head = JSON.parse(line) as SealHead
    return typeof head.id === 'number' && typeof head.hash === 'string' ? head : null
  } catch {
    return null
  }
}
