import { useLingui } from '@lingui/react/macro'
import type { FieldProblem } from '../../../parts/form/index.ts'
import { type AreaFault, type AreaValues, areaOf } from './area-typed.ts'

/** What is wrong with the drawing that is typed, in words at each field: for a form's `check`. */
export function useAreaFaults(): (values: AreaValues) => FieldProblem[] {
  const { t } = useLingui()
  const words: Record<AreaFault['fault'], string> = {
    degrees: t`Type degrees, such as 38.5816.`,
    radius: t`Type the radius in whole meters.`,
    'few-corners': t`An outline has three corners or more.`,
    geojson: t`There is no area to be read here. Load a GeoJSON file with one polygon.`,
  }
  return (values) => {
    const read = areaOf(values)
    return 'faults' in read ? read.faults.map(({ path, fault }) => ({ path, message: words[fault] })) : []
  }
}
