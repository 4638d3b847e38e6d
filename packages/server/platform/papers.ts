import { createHash, randomUUID } from 'node:crypto'
import type { Common } from './act.ts'
import { fieldProblem, notFound, Problem, type ProblemCode } from './problem.ts'

/** What a scanned paper may be, told by its content and not by its name. */
export type PaperType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** The largest paper that is kept, in bytes (20 MiB: some 40 scanned pages). */
export const largestPaper = 20 * 1024 * 1024

/**
 * Tells PDF, JPEG and PNG by their first and last bytes.
 * @returns null for anything else, and for one of these that is cut short
 */
export function paperTypeOf(bytes: Buffer): PaperType | null {
  if (bytes.length < 24) return null
  if (bytes.subarray(0, 1024).includes('%PDF-') && bytes.subarray(-2048).includes('%%EOF'))
    return 'application/pdf'
  if (
    bytes[0] === 0xff &&
    bytes[1] === 0xd8 &&
    bytes[2] === 0xff &&
    bytes.subarray(-64).includes(Buffer.from([0xff, 0xd9]))
  ) {
    return 'image/jpeg'
  }
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  return isPng && bytes.subarray(-16).includes('IEND') ? 'image/png' : null
}

/** The refusal of a file that is larger than any paper may be. */
export function tooLarge(): Problem {
  return atFile('too-large', 'The file is larger than 20 MB. Scan it in black and white, or in two parts.')
}

function atFile(code: ProblemCode, message: string): Problem {
  return new Problem(code, message, { fields: [{ path: 'file', message }] })
}

/** A paper to keep. */
export interface NewPaper {
  kind: string
  title: string
  bytes: Buffer
  personId?: string | null
  about?: Record<string, string>
}

/**
 * Keeps a paper in the caller's transaction; its bytes and their SHA-256 are the record.
 * @throws Problem `wrong-kind` when the content is not PDF, JPEG or PNG; `too-large` over 20 MiB
 */
export async function keepPaper(work: Common, paper: NewPaper): Promise<{ id: string }> {
  if (paper.bytes.length > largestPaper) throw tooLarge()
  const type = paperTypeOf(paper.bytes)
  if (!type) {
    throw atFile(
      'wrong-kind',
      'The file is not a PDF, JPEG or PNG, whatever its name says, or it is cut short. Scan it again.',
    )
  }
  const id = randomUUID()
  await work.platform
    .insertInto('platform.paper')
    .values({
      agency_id: work.ctx.agency.id,
      id,
      kind: paper.kind,
      title: paper.title,
      media_type: type,
      size_bytes: paper.bytes.length,
      sha256: createHash('sha256').update(paper.bytes).digest(),
      person_id: paper.personId ?? null,
      about: JSON.stringify(paper.about ?? {}),
      added_at: work.ctx.now,
      added_by: work.ctx.actor,
    })
    .execute()
  await work.platform
    .insertInto('platform.paper_bytes')
    .values({ agency_id: work.ctx.agency.id, paper_id: id, bytes: paper.bytes })
    .execute()
  return { id }
}

/**
 * Gives a paper that was scanned before its person was known to that person, in the caller's transaction.
 * @throws Problem `not-found`; `cannot-be` when it is somebody else's
 */
export async function givePaper(work: Common, given: { paperId: string; personId: string }): Promise<void> {
  const paper = await work.platform
    .selectFrom('platform.paper')
    .select('person_id')
    .where('id', '=', given.paperId)
    .executeTakeFirst()
  if (!paper) throw notFound('paper')
  if (paper.person_id === given.personId) return
  if (paper.person_id !== null)
    throw fieldProblem('paperId', 'This paper is on record for somebody else. Scan it again for this person.')
  await work.platform
    .updateTable('platform.paper')
    .set({ person_id: given.personId })
    .where('id', '=', given.paperId)
    .execute()
}

/** Moves a scanned paper to another person, with the record that it is the scan of, in the caller's transaction. */
export async function movePaper(work: Common, moved: { paperId: string; personId: string }): Promise<void> {
  await work.platform
    .updateTable('platform.paper')
    .set({ person_id: moved.personId })
    .where('id', '=', moved.paperId)
    .execute()
}
