const anything = () => true

/** Whether the answer at a door can ask a unit for something. */
const says: Readonly<Record<string, (kind: string) => boolean>> = {
  osmand: anything,
  // OwnTracks knows one command that a unit can obey here: say where you are.
  owntracks: (kind) => kind === 'locate',
  // Traccar looks at the status of the answer and at nothing else of it.
  traccar: () => false,
  json: anything,
}

/** Whether the answer at a door can ask a unit for this: `vibrate`, `light`, `tone`, `locate`. */
export const canSay = (door: string, kind: string): boolean => says[door]?.(kind) ?? false
