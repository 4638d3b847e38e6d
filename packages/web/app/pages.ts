import { accounts } from '../rooms/access/accounts/page.ts'
import { ownAccount } from '../rooms/access/own/page.ts'
import { person } from '../rooms/desk/person/page.ts'
import { search } from '../rooms/desk/search/page.ts'
import { today } from '../rooms/desk/today/page.ts'
import { trail } from '../rooms/desk/trail/page.ts'

/** Every page of the staff, one line each. */
export const pages = [today, search, person, trail, accounts, ownAccount] as const
