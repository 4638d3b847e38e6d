import { useLingui } from '@lingui/react/macro'
import { Status } from '../../../parts/status/status.tsx'
import { type UnitState as State, stateNames, stateTones } from './words.ts'

/** Where a unit is, as a shape and a word. */
export function UnitState({ state }: { state: State }) {
  const { i18n } = useLingui()
  return <Status tone={stateTones[state]}>{i18n._(stateNames[state])}</Status>
}
