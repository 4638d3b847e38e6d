import { useLingui } from '@lingui/react/macro'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { type ListedRoster, rosterStates } from './words.ts'

const tones: Record<ListedRoster['state'], Tone> = {
  'to-send': 'waiting',
  sent: 'plain',
  'to-return': 'now',
  'to-mark': 'waiting',
  done: 'settled',
}

/** What has to be done next about a week's roster, as a shape and a word. */
export function RosterState({ state }: { state: ListedRoster['state'] }) {
  const { i18n } = useLingui()
  return <Status tone={tones[state]}>{i18n._(rosterStates[state])}</Status>
}
