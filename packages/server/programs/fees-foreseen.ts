import type { FeeInput } from '@inlieu/law'
import { programRun } from './program.ts'

/**
 * What the fees come to if the whole adjusted sentence is served, as it is told with the appointment (WAP-SENT.1). At
 * home they are the application's and those of each day (SCC-3.A1); nothing of it is charged before its day.
 */
export const feesForeseen = ({ pack, adjustedDays }: { pack: string; adjustedDays: number }): FeeInput =>
  programRun(pack)?.served === 'at-home'
    ? { application: 'admitted', days: adjustedDays, abilityReviewedOn: null }
    : { adjustedDays, reschedulings: [] }
