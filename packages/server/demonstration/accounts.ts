import type { Role } from '../access/index.ts'

/** One account of the demonstration. The names are plainly made up; the password is printed for everyone. */
export interface DemonstrationAccount {
  /** The office it belongs to, as the table names it. */
  office: string
  role: string
  username: string
  password: string
}

export interface MadeAccount extends DemonstrationAccount {
  role: Role
  displayName: string
}

const password = 'demonstration only'

const inOffice = (
  office: string,
  accounts: readonly Pick<MadeAccount, 'role' | 'username' | 'displayName'>[],
): MadeAccount[] => accounts.map((account) => ({ ...account, office, password }))

/** One account for each role that has work in the first office: Contra Costa's, with the Work Alternative Program. */
export const contraCostaAccounts = inOffice('Contra Costa', [
  { role: 'clerk', username: 'clerk', displayName: 'Clerk Casey Sample' },
  { role: 'deputy', username: 'deputy', displayName: 'Deputy Dana Example' },
  { role: 'sergeant', username: 'sergeant', displayName: 'Sergeant Sam Specimen' },
  { role: 'lieutenant', username: 'lieutenant', displayName: 'Lieutenant Lee Placeholder' },
  { role: 'bureau-manager', username: 'manager', displayName: 'Manager Max Instance' },
  { role: 'bureau-commander', username: 'commander', displayName: 'Commander Kim Pattern' },
  { role: 'sheriff', username: 'sheriff', displayName: 'Sheriff Shay Template' },
  { role: 'site-supervisor', username: 'site', displayName: 'Site Supervisor Toni Mock' },
  { role: 'treasurer', username: 'treasurer', displayName: 'Treasurer Terry Figure' },
  { role: 'auditor', username: 'auditor', displayName: 'Auditor Alex Check' },
  { role: 'administrator', username: 'admin', displayName: 'Administrator Ari Model' },
])

/** The accounts of the second office: Sacramento's, with home detention and its monitoring center. */
export const sacramentoAccounts = inOffice('Sacramento', [
  { role: 'clerk', username: 'sac-clerk', displayName: 'Clerk Robin Sample' },
  { role: 'deputy', username: 'sac-deputy', displayName: 'Deputy Jess Example' },
  { role: 'deputy', username: 'sac-deputy-2', displayName: 'Deputy Rory Instance' },
  { role: 'sergeant', username: 'sac-sergeant', displayName: 'Sergeant Quinn Specimen' },
  { role: 'sheriff', username: 'sac-sheriff', displayName: 'Sheriff Jude Template' },
  { role: 'bureau-commander', username: 'sac-commander', displayName: 'Commander Pat Placeholder' },
  { role: 'operator', username: 'sac-operator', displayName: 'Operator Noor Signal' },
  { role: 'operator-supervisor', username: 'sac-supervisor', displayName: 'Supervisor Ash Monitor' },
  { role: 'auditor', username: 'sac-auditor', displayName: 'Auditor Remy Check' },
])

/** Every account of the demonstration, office after office. */
export const madeAccounts: readonly MadeAccount[] = [...contraCostaAccounts, ...sacramentoAccounts]

/** The password of an account of the demonstration. */
export const passwordOf = (username: string): string =>
  madeAccounts.find((account) => account.username === username)!.password
