import type { Day, Reason } from '../pack.types.ts'

/** A wish to be away from home. Times are local, `YYYY-MM-DDTHH:MM`. */
export interface LeaveRequest {
  /** `special` needs a purpose (ARS-F); `work` and `weekend-restitution` are the other ways out (ARS-C.1, E). */
  readonly kind: 'special' | 'work' | 'weekend-restitution'
  readonly purpose: string | null
  readonly askedOn: Day
  readonly from: string
  readonly to: string
  /** Hours that the court ordered to be spent at home, one after the other (ARS-N.1). */
  readonly orderedAtHome: readonly { readonly from: string; readonly to: string }[]
}

export interface LeaveAnswer {
  /** `sheriff-decides`: the standard allows it, and the sheriff may. `ask`: the standard is not loaded. */
  readonly outcome: 'not-allowed' | 'ask' | 'sheriff-decides'
  readonly reasons: readonly Reason[]
}
