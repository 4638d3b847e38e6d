import type { Clause, Reason, TextCode } from '../pack.types.ts'

export type CommitmentOrigin = 'in-county' | 'out-of-county'

/** In which form the paper came (WAP-AUTH.2). `unknown`: nobody has looked yet. */
export type PaperForm = 'original' | 'certified-copy' | 'fax' | 'photocopy' | 'unknown'

export type ItemState = 'present' | 'absent' | 'unknown'

export type CommitmentItemName =
  | 'defendant-name'
  | 'docket-number'
  | 'charges'
  | 'judge-signature'
  | 'court-name'
  | 'court-or-county-name'
  | 'court-mark'
  | 'court-seal'
  | 'sentencing-date'
  | 'sentence'
  | 'conditions'
  | 'start-date'
  | 'relation'
  | 'credit'
  | 'address'
  | 'may-be-served-here'

/** A line of the one checklist that WAP-AUTH.1, AUTH.3, SENT.3 and P1.1 make together. */
export interface CommitmentItem {
  readonly name: CommitmentItemName
  readonly origin: CommitmentOrigin
  /** The lists that ask for it. */
  readonly lists: readonly Clause[]
  /**
   * When absent: `refuse` the paper (AUTH items), `ask` the court for it, or `read` its absence as the text
   * does (no credit stated: none; nothing said on concurrency: concurrent, WAP-SENT.5).
   */
  readonly whenAbsent: 'refuse' | 'ask' | 'read'
  readonly textCode: TextCode
}

/** What the clerk sees on the paper. An item left out is unknown. */
export interface CommitmentPaper {
  readonly origin: CommitmentOrigin
  readonly form: PaperForm
  readonly items: Readonly<Partial<Record<CommitmentItemName, ItemState>>>
  /** Does it modify an earlier commitment (WAP-P1.2)? */
  readonly modified: boolean | null
  /** Are jail orders listed on it (WAP-P1.2)? */
  readonly jailOrders: boolean | null
  /** Was an active file found, the violation and order-for-arrest files included? null: not looked yet. */
  readonly activeFileFound: boolean | null
}

export interface CheckedItem extends CommitmentItem {
  readonly state: ItemState
}

export type CommitmentOutcome = 'accepted' | 'accepted-pending-original' | 'refused' | 'incomplete'

/** What to do about the file (WAP-P1.2). */
export type FileAction =
  | 'not-needed'
  | 'look-for-active-file'
  | 'follow-new-orders'
  | 'return-to-court'
  | 'unknown'

export interface Checklist {
  readonly outcome: CommitmentOutcome
  /** WAP-AUTH alone: may a person be booked on this paper? */
  readonly bookingAuthority: 'valid' | 'pending-original' | 'invalid' | 'unknown'
  readonly items: readonly CheckedItem[]
  readonly form: PaperForm
  readonly file: FileAction
  /** Why it is not simply accepted; empty when it is. */
  readonly reasons: readonly Reason[]
  /** What to ask from the court: items that are absent, and the original where it is owed. */
  readonly askCourt: readonly (CommitmentItemName | 'original-or-certified-copy')[]
  /** What nobody has looked at yet. */
  readonly toCheck: readonly (CommitmentItemName | 'form' | 'modified' | 'jail-orders' | 'active-file')[]
}
