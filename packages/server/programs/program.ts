import { pack as lawPack, type Pack } from '@inlieu/law'

export { type ProgramRun, programRun, programsOf, programsRun } from '../access/index.ts'

/**
 * The law that an enrolment stands on.
 * @example programOf({ pack: 'contra-costa/work-alternative' }).version
 * @throws LawInputError for a pack that this release does not carry
 */
export function programOf(enrolment: { pack: string }): Pack {
  return lawPack(enrolment.pack)
}
