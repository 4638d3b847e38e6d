import type { Rank } from '@inlieu/law'
import type { Role } from './permissions.ts'

// Ranks of the texts that an account can hold as a role. The other roles are no ranks and decide nothing.
const rankOf: Readonly<Partial<Record<Role, Rank>>> = {
  clerk: 'clerk',
  deputy: 'deputy',
  sergeant: 'sergeant',
  lieutenant: 'lieutenant',
  'bureau-manager': 'bureau-manager',
  'bureau-commander': 'bureau-commander',
  sheriff: 'sheriff',
}

/** The ranks that these roles stand for. */
export const ranksOf = (roles: readonly Role[]): Rank[] =>
  roles.map((role) => rankOf[role]).filter((rank) => rank !== undefined)
