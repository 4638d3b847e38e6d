import { toDataURL } from 'qrcode'
import { z } from 'zod'
import { act } from '../platform/act.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { id, instant, text } from '../platform/schemas.ts'
import {
  accountChange,
  changeAccount,
  newAccount,
  openAccount,
  passwordReset,
  resetPassword,
} from './manage-account.ts'
import { beginSecondFactor, changeOwnPassword, confirmSecondFactor, ownPassword } from './own-account.ts'
import { roles } from './permissions.ts'
import { releaseLock } from './release-lock.ts'
import { enrolmentUri } from './second-factor.ts'

const accountView = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  hasSecondFactor: z.boolean(),
  lockedAt: instant.nullable(),
  endsAt: instant.nullable(),
  version: z.number(),
})

/** Accounts of the office, and one's own. */
export const accountRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/access/accounts',
    permission: 'account.unlock',
    summary: 'The accounts of the office, locked ones first',
    response: z.object({ accounts: z.array(accountView) }),
    handle: async ({ office, ctx }) => {
      const rows = await read<'access', AccountRow[]>(office.db, ctx, (tx) =>
        tx
          .selectFrom('access.v_account')
          .selectAll()
          .orderBy((eb) => eb('locked_at', 'is', null))
          .orderBy('display_name')
          .orderBy('id')
          .execute(),
      )
      return { accounts: rows.map(toView) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/access/accounts',
    permission: 'account.manage',
    summary: 'Open an account',
    body: newAccount,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, openAccount, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/accounts/change',
    permission: 'account.manage',
    summary: 'Change name, roles or end of an account',
    body: accountChange,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, changeAccount, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/accounts/reset-password',
    permission: 'account.manage',
    summary: 'Give an account a new first password',
    body: passwordReset,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, resetPassword, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/accounts/release',
    permission: 'account.unlock',
    summary: 'Release an account that five bad tries locked',
    body: z.strictObject({ accountId: id, note: text(500) }),
    response: z.object({ released: z.boolean() }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, releaseLock, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/own/password',
    permission: 'own.account',
    summary: 'Change your own password',
    body: ownPassword,
    response: z.object({ done: z.literal(true) }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, changeOwnPassword, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/own/second-factor',
    permission: 'own.account',
    summary: 'Begin a second factor: the secret and its square code',
    response: z.object({ secret: z.string(), squareCode: z.string() }),
    handle: async ({ office, ctx }) => {
      // Not kept with the answer of an earlier save: the secret stands nowhere but sealed.
      const begun = await act(office.db, { ...ctx, idempotencyKey: null }, beginSecondFactor, {
        keys: office.keys,
      })
      return {
        secret: begun.secret,
        squareCode: await toDataURL(enrolmentUri(begun.secret, begun.username, ctx.agency.name)),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/access/own/second-factor/confirm',
    permission: 'own.account',
    summary: 'Confirm the second factor with its first code',
    body: z.strictObject({ code: z.string().max(10) }),
    response: z.object({ done: z.literal(true) }),
    handle: ({ office, ctx, body }) =>
      act(office.db, { ...ctx, idempotencyKey: null }, confirmSecondFactor, {
        keys: office.keys,
        code: body.code.replace(/\s/g, ''),
      }),
  }),
]

interface AccountRow {
  id: string
  username: string
  display_name: string
  email: string
  roles: string[]
  has_second_factor: boolean
  locked_at: z.output<typeof instant> | null
  ends_at: z.output<typeof instant> | null
  version: number
}

function toView(row: AccountRow): z.output<typeof accountView> {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    email: row.email,
    roles: row.roles as z.output<typeof accountView>['roles'],
    hasSecondFactor: row.has_second_factor,
    lockedAt: row.locked_at,
    endsAt: row.ends_at,
    version: row.version,
  }
}
