import type { Citation } from '../../../pack.types.ts'
import type { WordingCode } from '../../../wording/index.ts'
import { citations as workMachinery } from '../../contra-costa/work-alternative/citations.ts'

type Citations = Partial<Record<WordingCode, Citation>>

export const text = (clause: string): Citation => ({ clause, own: false })
/** Our own reading or addition; each is told in `docs/law/open-readings.md`. */
export const own = (clause: string): Citation => ({ clause, own: true })

/** Sacramento's texts say nothing of how a sentence is counted: as in the work machinery (own). */
function machinery(clause: string, ...beginnings: readonly string[]): Citations {
  const codes = Object.keys(workMachinery) as (keyof typeof workMachinery)[]
  const used = codes.filter(
    (code) => code !== 'sentence.note.no-good-time' && beginnings.some((b) => code.startsWith(b)),
  )
  return Object.fromEntries(used.map((code) => [code, own(clause)]))
}

/** What happens while a sentence is served, and what is left of it. */
const serving = (clause: string): Citations => ({
  'sentence.suspended': own(clause),
  'sentence.custody.returned': own(clause),
  'sentence.custody.withdrawn': own(clause),
  'sentence.custody.by-calendar': own(clause),
  'sentence.cannot.suspended-more-than-term': own(clause),
  'sentence.cannot.event-after-as-of': own(clause),
  'sentence.cannot.event-before-sentence': own(clause),
  'sentence.cannot.events-contradict': own(clause),
  'sentence.cannot.custody-served-more-than-owed': own(clause),
})

export const sentenceCitations = (clause: string): Citations => ({
  ...machinery(clause, 'sentence.'),
  ...serving(clause),
})

/** SCC-2.D: good-time credits exist, and may be lost. */
export const goodTimeCitations: Citations = {
  'sentence.good-time': own('SCC-2.D'),
  'sentence.good-time-lost': text('SCC-2.D'),
  'sentence.good-time-covers': own('SCC-2.D'),
  'sentence.credit-covers-rest': own('SCC-2.D'),
  'sentence.cannot.good-time-of-missing': own('SCC-2.D'),
  'sentence.cannot.good-time-lost-more-than-granted': own('SCC-2.D'),
  'sentence.cannot.good-time-lost-without-violation': text('SCC-2.D'),
}

/** SWR-2: days, credit and absences as in the work machinery. */
export const workCitations: Citations = {
  ...machinery('SWR-2', 'sites.', 'days.', 'credit.', 'letter.'),
  ...sentenceCitations('SWR-2'),
}

/** SCC-2 to SCC-4: fees, and what happens when they are not paid. */
export const ordinanceCitations: Citations = {
  'fees.reduce.ability-to-pay': text('SCC-4.B1'),
  'fees.reduce.necessary': text('SCC-4.B1'),
  'fees.reduce.justified': text('SCC-4.B1'),
  'fees.reduce.interests-of-justice': text('SCC-4.B1'),
  'fees.reduce.no-change': text('SCC-4.B2'),
  'fees.resolution.accepted': text('SCC-3.A1'),
  'fees.resolution.no-factors': text('SCC-3.A1'),
  'fees.resolution.before-adopted': own('SCC-3.A1'),
  'fees.resolution.above-cost': text('SCC-3.A2'),
  'sanction.nonpayment.return': text('SCC-2.C1'),
  'sanction.nonpayment.fees-ended': own('SCC-2.C1'),
  'sanction.nonpayment.able': text('SCC-2.C1'),
  'sanction.nonpayment.no-interview': text('SCC-2.C1'),
  'sanction.nonpayment.not-current': own('SCC-2.C1'),
  'sanction.nonpayment.not-determined': text('SCC-2.C1'),
  'sanction.nonpayment.unable': text('SCC-2.C1'),
  'sanction.nonpayment.no-agreement': text('SCC-2.C2'),
}

/** What is said of any ladder, by the clause that makes it. */
export const ladderCitations = (clause: string, isOwn = false): Citations => {
  const cited = isOwn ? own(clause) : text(clause)
  return {
    'sanction.first': cited,
    'sanction.next': cited,
    'sanction.top': cited,
    'sanction.needs-length': cited,
    'sanction.has-no-length': own(clause),
  }
}

export const homeDetentionCitations: Citations = {
  ...ladderCitations('EMP-10.1'),
  'sanction.arrested': text('EMP-4.2'),
  'sanction.term-missing': text('EMP-4.3'),
  'sanction.too-long': text('EMP-10.2'),
  'sanction.no-good-time-loss': text('SCC-2.D'),
  'tests.month': text('EMP-9.2'),
}

export const processCitations = (clause: string): Citations => ({
  'process.not-offered': own(clause),
  'process.open-to-file': text(clause),
  'process.too-late': own(clause),
  'process.filed': text(clause),
  'process.overdue': own(clause),
  'process.decided': text(clause),
  'process.another-reviewer': own(clause),
})
