import { packs } from '../../packages/law/packs/index.ts'
import { type SwitchedOff, switchedOffVariable } from './switched-off.ts'

// Runs before each file of tests, which share their packs: takes one entry out of one pack, once, as if its author
// had forgotten it.
const told = process.env[switchedOffVariable]
const state = globalThis as { inlieuLeftOut?: boolean }
if (told && !state.inlieuLeftOut) {
  leaveOut(JSON.parse(told) as SwitchedOff)
  state.inlieuLeftOut = true
}

function leaveOut({ pack: name, list, index }: SwitchedOff): void {
  const entries = packs.get(name)?.[list] as unknown[] | undefined
  if (entries?.[index] === undefined) throw new Error(`${name} has nothing at ${list} ${index}.`)
  entries.splice(index, 1)
}
