import { verb, type Work } from '../platform/act.ts'
import { givePaper } from '../platform/papers.ts'
import { fieldProblem, notFound } from '../platform/problem.ts'
import { countChange, holdPerson } from './change-person.ts'

/** A booking photo (WAP-BOOK.5), kept as a paper before. */
export interface SetPhotoInput {
  personId: string
  version: number
  paperId: string
}

/** Makes a picture the person's photo. The earlier one stays among the papers. */
export const setPhoto = verb(
  'people.set-photo',
  async (work: Work<'people'>, input: SetPhotoInput): Promise<{ version: number }> => {
    const before = await holdPerson(work, input.personId, input.version)
    if (before.photoPaperId === input.paperId) return { version: before.version }
    const paper = await work.db
      .selectFrom('platform.v_paper')
      .select('media_type')
      .where('id', '=', input.paperId)
      .executeTakeFirst()
    if (!paper) throw notFound('paper')
    if (!paper.media_type.startsWith('image/'))
      throw fieldProblem('paperId', 'A photo is a JPEG or PNG picture.')
    await givePaper(work, { paperId: input.paperId, personId: input.personId })
    await work.db
      .updateTable('people.person')
      .set({ photo_paper_id: input.paperId })
      .where('id', '=', input.personId)
      .execute()
    return { version: await countChange(work, before) }
  },
)
