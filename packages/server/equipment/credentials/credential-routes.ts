import { toDataURL } from 'qrcode'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/problem.ts'
import { read } from '../../platform/read.ts'
import { done, type Office, type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { type Door, doors } from '../codes.ts'
import { endCredential } from './end-credential.ts'
import { type Forwarder, forwarder, listForwarders } from './forwarders.ts'
import { makeCredential } from './make-credential.ts'
import { newSecret } from './secret.ts'
import { setUp, setUpOf } from './set-up.ts'

/** The address at which units reach the device doors, where it is not this server's own name. */
const { INLIEU_UNITS_URL, INLIEU_DEVICE_PORT = '8090' } = process.env

const params = z.object({ id })

/** A way in with its secret, which is told this once. */
const made = z.object({
  id,
  setUp,
  /** The link as a square code to scan, as a data URL; null where there is no link. */
  squareCode: z.string().nullable(),
})

/** Ways in at the device doors, of units and of forwarders. */
export const credentialRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/equipment/units/:id/credentials',
    permission: 'equipment.credential',
    summary: 'Make a way in for a unit; the one it had at that door ends',
    params,
    body: z.strictObject({ door: z.enum(doors, 'Choose how it reports.') }),
    response: made,
    handle: async ({ office, ctx, params, body, request }) => {
      const name = await serialOf(office, ctx, params.id)
      return make(office, ctx, { unitId: params.id, door: body.door, name, host: request.hostname })
    },
  }),
  route({
    method: 'GET',
    path: '/api/equipment/forwarders',
    permission: 'equipment.credential',
    summary: 'Senders of many units’ messages, which name units by serial number',
    response: z.object({ forwarders: z.array(forwarder) }),
    handle: async ({ office, ctx }) => ({
      forwarders: await read<'equipment', Forwarder[]>(office.db, ctx, listForwarders),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/forwarders',
    permission: 'equipment.credential',
    summary: 'Let a forwarder in',
    body: z.strictObject({
      name: text(80),
      door: z.enum(['traccar', 'json'], 'A forwarder speaks Traccar’s JSON or plain JSON.'),
    }),
    response: made,
    handle: ({ office, ctx, body, request }) =>
      make(office, ctx, { unitId: null, door: body.door, name: body.name, host: request.hostname }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/credentials/:id/end',
    permission: 'equipment.credential',
    summary: 'End a way in: it is refused at the door from now on',
    params,
    body: z.strictObject({ reason: text(500) }),
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, endCredential, { credentialId: params.id, reason: body.reason }),
  }),
]

interface Asked {
  unitId: string | null
  door: Door
  name: string
  /** The name by which this office was called. */
  host: string
}

async function make(office: Office, ctx: Context, asked: Asked): Promise<z.output<typeof made>> {
  const { unitId, door, name } = asked
  const secret = newSecret(door)
  // Not kept with the answer of an earlier save: the secret stands nowhere but where it is now shown.
  const { id } = await act(office.db, { ...ctx, idempotencyKey: null }, makeCredential, {
    unitId,
    door,
    name,
    secret,
  })
  const address = INLIEU_UNITS_URL ?? `http://${asked.host}:${INLIEU_DEVICE_PORT}`
  const told = setUpOf({ address, door, secret, name, at: ctx.now })
  return { id, setUp: told, squareCode: told.link === null ? null : await toDataURL(told.link) }
}

async function serialOf(office: Office, ctx: Context, unitId: string): Promise<string> {
  const row = await read<'equipment', { serial: string } | undefined>(office.db, ctx, (tx) =>
    tx.selectFrom('equipment.unit').select('serial').where('id', '=', unitId).executeTakeFirst(),
  )
  if (!row) throw notFound('unit')
  return row.serial
}
