import type { Pack } from '@inlieu/law'
import { noGoodTime } from '../../court/index.ts'

/** Whether good time may be lost with an ending: the program knows it, and the ending is for a rule violation (SCC-2.D). */
export const mayLoseGoodTime = (pack: Pack, ending: string | undefined): boolean =>
  pack.sentence.goodTime && pack.endings.some(({ name, goodTimeLoss }) => name === ending && goodTimeLoss)

/**
 * Why no good time can be lost with this ending, as a sentence for the person at the desk; null where it can.
 * @param ending as the pack names it; undefined where it names none for the reason given
 */
export function whyNoLoss(pack: Pack, ending: string | undefined): string | null {
  if (!pack.sentence.goodTime) return `${noGoodTime(pack)}, so none can be lost. Take the days out.`
  if (mayLoseGoodTime(pack, ending)) return null
  return 'Good time is lost only by who is returned to custody for a rule violation (SCC-2.D): never for fees, for health, or because the court asks. Take the days out, or choose the reason there is.'
}
