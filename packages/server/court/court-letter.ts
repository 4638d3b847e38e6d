import type { CommitmentItemName } from '@inlieu/law'
import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { policy } from './checklist.ts'
import { itemInWords } from './checklist-words.ts'
import type { CommitmentRow } from './commitment-columns.ts'

/** Something a court is asked for. */
export type AskedItem = CommitmentItemName | 'original-or-certified-copy'

/** What a letter to the court says. */
export interface CourtLetter {
  kind: 'request' | 'return'
  items: readonly AskedItem[]
  note: string
}

/** Asks for the letter that goes to the court with a request, or with a paper that goes back. */
export async function askCourtLetter(
  work: Work<'court'>,
  row: CommitmentRow,
  letter: CourtLetter,
): Promise<{ documentId: string }> {
  const person = await work.db
    .selectFrom('people.v_person')
    .select(['given_names', 'family_name', 'suffix', 'birth_date'])
    .where('id', '=', row.person_id)
    .executeTakeFirstOrThrow()
  const clause = letter.kind === 'request' ? 'WAP-AUTH, WAP-SENT.3, WAP-P1.1' : 'WAP-P1.2'
  const docket = row.docket || 'number not stated'
  return askDocument(work, {
    kind: 'court/court-letter',
    title:
      letter.kind === 'request'
        ? `Request to the court, docket ${docket}`
        : `Commitment returned to the court, docket ${docket}`,
    personId: row.person_id,
    about: { commitment: row.id },
    language: 'en',
    data: {
      kind: letter.kind,
      day: work.ctx.today.toString(),
      court: row.court_name || row.county,
      docket: row.docket,
      defendant: [person.given_names, person.family_name, person.suffix].filter(Boolean).join(' '),
      birthDate: person.birth_date?.toString() ?? '',
      sentencedOn: row.sentenced_on?.toString() ?? '',
      receivedOn: row.received_on.toString(),
      items: letter.items.map((item) => itemInWords(item).words.en),
      note: letter.note,
      signedBy: work.ctx.actorName,
    },
    footer: `${policy.title}, ${policy.authority.cited} (${clause})`,
  })
}
