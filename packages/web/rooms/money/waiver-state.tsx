import { Status, type Tone } from '../../parts/status/status.tsx'
import { useLabel } from '../../parts/words/words.ts'
import { type Waiver, waiverStates } from './words.ts'

const tones: Record<Waiver['state'], Tone> = {
  open: 'waiting',
  granted: 'settled',
  'granted-in-part': 'settled',
  denied: 'over',
  withdrawn: 'plain',
}

/** How a request for a waiver stands. */
export function WaiverState({ waiver }: { waiver: Waiver }) {
  const label = useLabel()
  return <Status tone={tones[waiver.state]}>{label(waiverStates[waiver.state])}</Status>
}
