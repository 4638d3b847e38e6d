import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type Field, whole } from '../../../parts/form/index.ts'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'

/** The good time of a case. */
export type GoodTime = NonNullable<Enrolment['goodTime']>

type Granted = GoodTime['commitments'][number]
type LostName = `lost-${string}`

/** The name in the form of the days lost of a commitment. */
export const lostField = (commitmentId: string): LostName => `lost-${commitmentId}`

/** The commitments with good time that was granted and is not lost yet. */
export const withGoodTime = (goodTime: GoodTime | null): readonly Granted[] =>
  (goodTime?.commitments ?? []).filter(({ standingDays }) => standingDays > 0)

/** A field for the days lost of each commitment that has any to lose; with several, each says its docket. */
export function useLostFields(goodTime: GoodTime | null): Record<LostName, Field<number | null>> {
  const { t } = useLingui()
  const granted = withGoodTime(goodTime)
  return Object.fromEntries(
    granted.map(({ commitmentId, docket, standingDays }) => [
      lostField(commitmentId),
      whole({
        label: granted.length > 1 ? t`Good-time days lost, docket ${docket}` : msg`Good-time days lost`,
        unit: msg`days`,
        least: 0,
        most: standingDays,
        hint: plural(standingDays, {
          one: '# day was granted and is not lost yet.',
          other: '# days were granted and are not lost yet.',
        }),
      }),
    ]),
  )
}

/** The days that a form says are lost, as the office takes them. */
export const lostOf = (
  goodTime: GoodTime | null,
  values: Readonly<Record<string, unknown>>,
): { commitmentId: string; days: number }[] =>
  withGoodTime(goodTime).flatMap(({ commitmentId }) => {
    const days = values[lostField(commitmentId)]
    return typeof days === 'number' && days > 0 ? [{ commitmentId, days }] : []
  })

/** The name in the form of a field that the office names. */
export const placeOfLost = (path: string): string => path.replace(/^goodTimeLost\./, 'lost-')
