/** A message as it leaves. */
export interface Outgoing {
  id: string
  to: string
  title: string
  text: string
  /** When it was asked for, as epoch milliseconds. */
  askedAt: number
  /** Where its delivery may be reported; '' for nowhere. */
  report: string
}

/**
 * What became of a try. `failed` is worth another one; `refused` is not. `sent` means that another system has taken
 * it, and nothing more.
 */
export type Outcome =
  | { kind: 'sent'; detail: string; reference: string }
  | { kind: 'failed' | 'refused'; detail: string }
