import { useLingui } from '@lingui/react/macro'
import type { FieldProblem } from '../../../parts/form/index.ts'
import { type AreaFault, type AreaValues, areaOf } from './area-typed.ts'
import { useNoAreaWords } from './use-no-area-words.ts'

/** What is wrong with the drawing that is typed, in words at each field: for a form's `check`, and as fields are left. */
export function useAreaFaults(): (values: AreaValues) => FieldProblem[] {
  const { t } = useLingui()
  const noArea = useNoAreaWords()
  const words: Record<AreaFault['fault'], string> = {
    degrees: t`Type degrees, such as 38.5816.`,
    latitude: t`Latitude goes from -90 to 90 degrees. See whether latitude and longitude are swapped.`,
    longitude: t`Longitude goes from -180 to 180 degrees.`,
    radius: t`Type the radius in whole meters.`,
    'few-corners': t`An outline has three corners or more.`,
    ...noArea,
  }
  return (values) => {
    const read = areaOf(values)
    return 'faults' in read ? read.faults.map(({ path, fault }) => ({ path, message: words[fault] })) : []
  }
}
