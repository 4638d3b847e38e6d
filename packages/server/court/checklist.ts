import {
  type Checklist,
  type CommitmentItemName,
  type CommitmentPaper,
  checkCommitment,
  type ItemState,
  type PaperForm,
  pack,
} from '@inlieu/law'
import { z } from 'zod'

/** The policy whose lists a commitment is held against (WAP-AUTH, SENT.3, P1.1). */
export const policy = pack('contra-costa/work-alternative')

/** Every item that a list asks for, of whichever court. */
export const itemNames = [...new Set(policy.commitmentItems.map((item) => item.name))] as [
  CommitmentItemName,
  ...CommitmentItemName[],
]

/** What the checklist needs of a commitment as it is stored. */
export interface CheckedColumns {
  in_county: boolean
  paper_form: string
  original_form: string | null
  is_modification: boolean | null
  has_jail_orders: boolean | null
  active_file_found: boolean | null
  items: unknown
}

/**
 * The checklist of a stored commitment, as the rules of this release say it. An original that followed a fax
 * takes its place (WAP-AUTH.2).
 */
export function commitmentChecklist(row: CheckedColumns): Checklist {
  return checkCommitment(policy, paperOf(row))
}

function paperOf(row: CheckedColumns): CommitmentPaper {
  return {
    origin: row.in_county ? 'in-county' : 'out-of-county',
    form: (row.original_form ?? row.paper_form) as PaperForm,
    items: row.items as Partial<Record<CommitmentItemName, ItemState>>,
    modified: row.is_modification,
    jailOrders: row.has_jail_orders,
    activeFileFound: row.active_file_found,
  }
}

/** The checklist as it is stored with its commitment: whole, and under which release of which policy. */
export function checklistColumns(row: CheckedColumns) {
  const checklist = commitmentChecklist(row)
  return {
    checklist: JSON.stringify(checklist),
    outcome: checklist.outcome,
    pack_version: policy.version,
    pack_hash: policy.hash,
  }
}

const answer = z.enum(['yes', 'no', 'unknown']).default('unknown')
const names = z
  .string()
  .max(600)
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(itemNames)))

/** A paper as far as it is typed, in an address: the items present and absent, separated by commas. */
export const triedPaper = z.object({
  origin: z.enum(['in-county', 'out-of-county']).default('in-county'),
  form: z.enum(['original', 'certified-copy', 'fax', 'photocopy', 'unknown']).default('unknown'),
  modified: answer,
  jailOrders: answer,
  activeFile: answer,
  present: names,
  absent: names,
})

/** The checklist of a paper that is not on record. */
export function tryChecklist(tried: z.output<typeof triedPaper>): Checklist {
  const known = (said: 'yes' | 'no' | 'unknown') => (said === 'unknown' ? null : said === 'yes')
  const items = [
    ...tried.present.map((name) => [name, 'present'] as const),
    ...tried.absent.map((name) => [name, 'absent'] as const),
  ]
  return checkCommitment(policy, {
    origin: tried.origin,
    form: tried.form,
    items: Object.fromEntries(items),
    modified: known(tried.modified),
    jailOrders: known(tried.jailOrders),
    activeFileFound: known(tried.activeFile),
  })
}
