import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const rooms = join(import.meta.dirname, '../../packages/web/rooms')

/** Names of the forms that the rooms have, as far as they have something to type. */
export function namesOfForms(): string[] {
  const names: string[] = []
  for (const file of globSync('**/*.{ts,tsx}', { cwd: rooms })) {
    const source = readFileSync(join(rooms, file), 'utf8')
    for (const [, settings] of source.matchAll(/useForm(?:<[^(]*>)?\(\{([\s\S]{0,400})/g)) {
      // A question before an act bears the name its caller gives it, and has no field.
      if (/\bfields: \{\}/.test(settings!)) continue
      const name = /\bname: ['`]([a-z-]+)/.exec(settings!)?.[1]
      if (name === undefined) throw new Error(`A form in ${file} says no name.`)
      names.push(name)
    }
  }
  return names.toSorted()
}
