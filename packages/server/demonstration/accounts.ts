import type { Role } from '../access/index.ts'

/** One account of the demonstration. The names are plainly made up; the password is printed for everyone. */
export interface DemonstrationAccount {
  role: string
  username: string
  password: string
}

interface Made extends DemonstrationAccount {
  role: Role
  displayName: string
}

const password = 'demonstration only'

/** One account for each role that has work in the demonstration. */
export const madeAccounts: readonly Made[] = [
  { role: 'clerk', username: 'clerk', displayName: 'Clerk Casey Sample', password },
  { role: 'deputy', username: 'deputy', displayName: 'Deputy Dana Example', password },
  { role: 'sergeant', username: 'sergeant', displayName: 'Sergeant Sam Specimen', password },
  { role: 'lieutenant', username: 'lieutenant', displayName: 'Lieutenant Lee Placeholder', password },
  { role: 'bureau-manager', username: 'manager', displayName: 'Manager Max Instance', password },
  { role: 'bureau-commander', username: 'commander', displayName: 'Commander Kim Pattern', password },
  { role: 'sheriff', username: 'sheriff', displayName: 'Sheriff Shay Template', password },
  { role: 'site-supervisor', username: 'site', displayName: 'Site Supervisor Toni Mock', password },
  { role: 'treasurer', username: 'treasurer', displayName: 'Treasurer Terry Figure', password },
  { role: 'auditor', username: 'auditor', displayName: 'Auditor Alex Check', password },
  { role: 'administrator', username: 'admin', displayName: 'Administrator Ari Model', password },
]
