import { packs } from '../../packages/law/packs/index.ts'
import { type SwitchedOff, switchedOffVariable } from './switched-off.ts'

// Runs before each file of tests: takes one entry out of one pack, as if its author had forgotten it.
const told = process.env[switchedOffVariable]
if (told) leaveOut(JSON.parse(told) as SwitchedOff)

function leaveOut({ pack: name, list, index }: SwitchedOff): void {
  const entries = packs.get(name)?.[list] as unknown[] | undefined
  if (entries?.[index] === undefined) throw new Error(`${name} has nothing at ${list} ${index}.`)
  entries.splice(index, 1)
}
