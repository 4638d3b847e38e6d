import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Permission, type Role, roleHolds } from '../../packages/server/access/permissions.ts'

/** One page of the staff: its address with names for what it is about, and an account that may see it. */
export interface ListedPage {
  path: string
  username: string
}

const app = join(import.meta.dirname, '../../packages/web/app')

/** Accounts of the demonstration, the one with most to do first. */
const accounts: readonly (readonly [string, Role])[] = [
  ['sergeant', 'sergeant'],
  ['admin', 'administrator'],
  ['site', 'site-supervisor'],
]

/** Every page as the application lists it, so that none is forgotten. */
export function listedPages(): ListedPage[] {
  const source = readFileSync(join(app, 'pages.ts'), 'utf8')
  const imported = [...source.matchAll(/^import \{ (\w+) \} from '([^']+)'/gm)]
  const pages = imported.map(([, , file]) => read(join(app, file!)))
  const count = source.slice(source.indexOf('export const pages')).match(/^ {2}\w+,$/gm)?.length
  if (count !== pages.length) throw new Error(`${count} pages are listed, ${pages.length} could be read.`)
  return pages
}

function read(file: string): ListedPage {
  const source = readFileSync(file, 'utf8')
  const path = /^ {2}path: '([^']+)'/m.exec(source)?.[1]
  const permission = /permission: (?:'([^']+)'|null)/.exec(source)
  if (path === undefined || !permission) throw new Error(`${file} says no path or no permission.`)
  const needed = permission[1] as Permission | undefined
  const account = accounts.find(([, role]) => needed === undefined || roleHolds[role].includes(needed))
  if (!account) throw new Error(`Nobody here may see ${path}: it needs ${needed}.`)
  return { path, username: account[0] }
}
