import type { PlainClient } from '../plain-client.ts'

/** Says for which office the rest of the transaction writes, and by what; the audit trail needs it. */
export async function actForAgency(client: PlainClient, agencyId: string): Promise<void> {
  await client.query(
    `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'monitoring.watch', true)`,
    [agencyId],
  )
}
