import { assessRescheduling, reassessFees } from './money/index.ts'
import { type Subscription, subscription } from './platform/act.ts'
import { recomputeWorksheet } from './programs/index.ts'
import { freeDays } from './work/index.ts'

/**
 * Everything that goes up, in one list. Calls go down the layers; this is the only other way.
 * It is filled by the rooms as they arrive.
 */
export const subscriptions: readonly Subscription[] = [
  // What depends on a changed commitment is computed again, the earlier kept (WAP-P1.3).
  subscription('court.commitment-changed', recomputeWorksheet),
  // A new worksheet changes what is owed (WAP-P1.3); days missed without excuse cost a fee (WAP-BOOK.10).
  subscription('programs.worksheet-computed', reassessFees),
  // Who has left the program reports nowhere: the days to come are free for others.
  subscription('programs.step-recorded', freeDays),
  subscription('work.days-rescheduled', assessRescheduling),
]
