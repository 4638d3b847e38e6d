import type { Checklist } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { RoomTx } from '../platform/database.ts'
import type { commitmentView, personFilesView } from './answers.ts'
import { commitmentChecklist, policy } from './checklist.ts'
import { checklistInWords, itemInWords } from './checklist-words.ts'
import { type CommitmentRow, fieldsOf } from './commitment-columns.ts'
import { filesOf } from './files-of.ts'
import { chargesOf } from './write-charges.ts'

type CommitmentView = z.output<typeof commitmentView>
type PersonFiles = z.output<typeof personFilesView>
type Tx = RoomTx<'court'>

/** Everything the page of a commitment shows; null when there is none. */
export async function readCommitment(
  tx: Tx,
  commitmentId: string,
  today: Temporal.PlainDate,
): Promise<CommitmentView | null> {
  const row = await tx
    .selectFrom('court.v_commitment')
    .selectAll()
    .where('id', '=', commitmentId)
    .executeTakeFirst()
  if (!row) return null
  const person = await tx
    .selectFrom('people.v_person')
    .select([
      'id',
      'family_name as familyName',
      'given_names as givenNames',
      'suffix',
      'birth_date as birthDate',
    ])
    .where('id', '=', row.person_id)
    .executeTakeFirstOrThrow()
  const names = await namesOf(tx, [row.created_by, row.returned_by])
  const known = await readPersonFiles(tx, row.person_id, today)
  const joined = await tx
    .selectFrom('programs.v_enrolment_commitment')
    .select('enrolment_id')
    .where('commitment_id', '=', row.id)
    .executeTakeFirst()
  return {
    id: row.id,
    version: row.version,
    person,
    fields: fieldsOf(row, await chargesOf(tx, row.id)),
    ...checked(row),
    state: row.state as CommitmentView['state'],
    receivedWhileActive: row.received_while_active,
    original:
      row.original_form && row.original_received_on
        ? {
            form: row.original_form as 'original' | 'certified-copy',
            receivedOn: row.original_received_on,
            paperId: row.original_paper_id,
          }
        : null,
    received: { at: row.created_at, by: names(row.created_by) },
    returned: row.returned_at
      ? { at: row.returned_at, by: names(row.returned_by), note: row.return_note ?? '' }
      : null,
    requests: await requestsOf(tx, row.id),
    letters: await lettersAbout(tx, row),
    scans: await scansOf(tx, [row.original_paper_id, row.paper_id]),
    others: known.commitments.filter((other) => other.id !== row.id),
    files: known.files,
    enrolmentId: joined?.enrolment_id ?? null,
  }
}

/** What the office has of a person when another paper comes: commitments, latest first, and files (WAP-P1.2). */
export async function readPersonFiles(
  tx: Tx,
  personId: string,
  today: Temporal.PlainDate,
): Promise<PersonFiles> {
  const rows = await tx
    .selectFrom('court.v_commitment')
    .select([
      'id',
      'docket',
      'court_name',
      'sentenced_on',
      'received_on',
      'modifies_commitment_id',
      'returned_at',
    ])
    .where('person_id', '=', personId)
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .execute()
  return {
    commitments: rows.map((row) => ({
      id: row.id,
      docket: row.docket,
      courtName: row.court_name,
      sentencedOn: row.sentenced_on,
      receivedOn: row.received_on,
      modifies: row.modifies_commitment_id,
      isReturned: row.returned_at !== null,
    })),
    files: await filesOf(tx, personId, today),
  }
}

// What was stored is the record. The rules of this release are run beside it, so that an erratum shows.
function checked(row: CommitmentRow): Pick<CommitmentView, 'checklist' | 'policy'> {
  const checklist = row.checklist as unknown as Checklist
  return {
    checklist: checklistInWords(checklist),
    policy: {
      version: row.pack_version,
      hash: row.pack_hash,
      stillSo: policy.hash === row.pack_hash || commitmentChecklist(row).outcome === checklist.outcome,
    },
  }
}

async function requestsOf(tx: Tx, commitmentId: string): Promise<CommitmentView['requests']> {
  const rows = await tx
    .selectFrom('court.v_request')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.asked_by),
  )
  return rows.map((row) => ({
    id: row.id,
    items: (row.items as string[]).map(itemInWords),
    note: row.note,
    askedAt: row.asked_at,
    askedBy: names(row.asked_by),
    answeredAt: row.answered_at,
  }))
}

async function lettersAbout(tx: Tx, row: CommitmentRow): Promise<CommitmentView['letters']> {
  const documents = await tx
    .selectFrom('platform.v_document')
    .select(['id', 'title', 'asked_at', 'paper_id', 'failure', 'about'])
    .where('person_id', 'in', [row.person_id, ...(await earlierPersons(tx, row.id))])
    .where('kind', '=', 'court/court-letter')
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
  return documents
    .filter((document) => (document.about as { commitment?: string }).commitment === row.id)
    .map((document) => ({
      documentId: document.id,
      title: document.title,
      askedAt: document.asked_at,
      paperId: document.paper_id,
      failure: document.failure,
    }))
}

// A letter keeps the name it was sent under, also when its commitment was moved to somebody else.
async function earlierPersons(tx: Tx, commitmentId: string): Promise<string[]> {
  const moves = await tx
    .selectFrom('court.move')
    .select('from_person_id')
    .where('commitment_id', '=', commitmentId)
    .execute()
  return moves.map((move) => move.from_person_id)
}

async function scansOf(tx: Tx, papers: readonly (string | null)[]): Promise<CommitmentView['scans']> {
  const ids = papers.filter((paper) => paper !== null)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('platform.v_paper')
    .select(['id as paperId', 'title', 'media_type as mediaType'])
    .where('id', 'in', ids)
    .execute()
  return rows.sort((a, b) => ids.indexOf(a.paperId) - ids.indexOf(b.paperId))
}

async function namesOf(
  tx: Tx,
  accounts: readonly (string | null)[],
): Promise<(account: string | null) => string> {
  const ids = [...new Set(accounts.filter((account) => account !== null))]
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('access.v_account')
          .select(['id', 'display_name'])
          .where('id', 'in', ids)
          .execute()
  return (account) => rows.find((row) => row.id === account)?.display_name ?? ''
}
