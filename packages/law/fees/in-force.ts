import type { Day, Pack } from '../pack.types.ts'
import { choiceOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { FeeBasis, Repeal } from './types.ts'

/** Which law the office charges by. A program without fees has no such choice. */
export const basisOf = (parameters: Parameters): FeeBasis =>
  parameters.values.feeBasis ? (choiceOf(parameters, 'feeBasis') as FeeBasis) : 'law-as-it-stands'

/** The repeal that ends a statute's fees on a day, if any. */
export const repealOf = (pack: Pack, statute: string, on: Day): Repeal | null =>
  pack.repeals.find((repeal) => repeal.statute === statute && repeal.operative <= on) ?? null
