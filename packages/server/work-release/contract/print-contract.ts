import { verb } from '../../platform/act.ts'
import { programOf } from '../../programs/index.ts'
import { readEnrolment } from '../schedule/enrolment.ts'
import { contractToPrint } from './contract-page.ts'
import { askContractPaper } from './contract-paper.ts'

/**
 * Asks for a version of a contract as a paper once more, in either language.
 * @throws Problem `not-found`
 */
export const printContract = verb(
  'work.print-contract',
  async (work, input: { enrolmentId: string; version: number; language: 'en' | 'es' }) => {
    const { ctx, db } = work
    const enrolment = await readEnrolment(db, ctx, input.enrolmentId)
    const contract = await contractToPrint(db, input.enrolmentId, input.version)
    return askContractPaper(work, {
      contractId: contract.id,
      version: contract.version,
      enrolment,
      days: contract.days,
      pack: programOf(enrolment),
      language: input.language,
    })
  },
)
