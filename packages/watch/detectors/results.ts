import type { Kind } from '../kinds.ts'
import type { Detector } from '../machine.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput } from '../types.ts'

const drugKinds = {
  negative: null,
  positive: 'drug-positive',
  refused: 'drug-refused',
  diluted: 'drug-diluted',
  missed: 'drug-missed',
} as const

/** Results that others have judged, recorded as they were told: drug tests (EMP-9.2) and voice checks (EMP-A.3). */
export const results: Detector<PersonState, Evidence> = {
  name: 'results',
  onInput(state, input, moment) {
    if (input.kind !== 'device') return
    const kind = kindOf(input)
    if (kind === null) return
    moment.say(state, {
      kind,
      at: input.at,
      detail: 'test' in input ? (input.test ?? '') : '',
      why:
        input.event === 'voice' ? "The provider's verdict." : "The laboratory's or the collector's result.",
      inputs: [input.key],
      by: input,
    })
  },
}

function kindOf(input: DeviceInput): Kind | null {
  if (input.event === 'drug') return drugKinds[input.result]
  return input.event === 'voice' && input.verdict === 'failed' ? 'voice-failed' : null
}
