import type { Rank } from '@inlieu/law'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { both, words } from '../../platform/words.ts'
import { permissionsOf, type Role, roles } from '../permissions.ts'
import { programRun } from '../programs-run.ts'
import { ranksOf } from '../ranks.ts'
import { delegableIn, neededFor } from './delegable.ts'
import { stateOn } from './span.ts'

/** A delegation as it stands on the office's day. */
export const delegationView = z.object({
  id,
  to: z.object({ id, name: z.string() }),
  decision: words,
  clause: z.string().nullable(),
  /** null: in every program of the office. */
  program: z.string().nullable(),
  /** Whose power it is. */
  rank: words,
  fromDay: day,
  /** The first day on which it no longer holds. */
  untilDay: day.nullable(),
  state: z.enum(['in-force', 'to-come', 'ended']),
  /** What the holder of the rank signed, where somebody else recorded it. */
  signedPaper: z.string().nullable(),
  signedOn: day.nullable(),
  madeBy: z.string(),
  madeAt: instant,
  /** Who ended it before its time, when and why. */
  ended: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
})
export type DelegationView = z.output<typeof delegationView>

/**
 * Every delegation of the office: those that hold or will first, the latest of each first; of one act in the order of
 * the texts.
 */
export async function listDelegations(
  tx: RoomTx<'access'>,
  ctx: Context,
  toAccount?: string,
): Promise<DelegationView[]> {
  const rows = await tx
    .selectFrom('access.delegation as d')
    .innerJoin('access.v_delegation as v', 'v.id', 'd.id')
    .innerJoin('access.account as t', 't.id', 'd.to_account')
    .innerJoin('access.account as m', 'm.id', 'd.made_by')
    .leftJoin('access.account as e', 'e.id', 'd.ended_by')
    .selectAll('d')
    .select(['v.until_day as until', 't.display_name as to_name', 'm.display_name as made_by_name'])
    .select('e.display_name as ended_by_name')
    .$if(toAccount !== undefined, (query) => query.where('d.to_account', '=', toAccount!))
    .orderBy('d.id')
    .execute()
  const known = delegableIn(ctx.agency.county)
  const placeOf = (row: Pick<(typeof rows)[number], 'decision' | 'pack'>) =>
    known.findIndex((one) => one.decision === row.decision && (row.pack === null || one.pack === row.pack))
  const inOrder = rows.toSorted(
    (one, other) =>
      other.from_day.toString().localeCompare(one.from_day.toString()) ||
      other.made_at.epochMilliseconds - one.made_at.epochMilliseconds ||
      placeOf(one) - placeOf(other),
  )
  const shown = inOrder.map((row): DelegationView => {
    const is = known[placeOf(row)]
    return {
      id: row.id,
      to: { id: row.to_account, name: row.to_name },
      // A decision of texts that the office no longer runs stands as it was named.
      decision: is?.text ?? { en: row.decision, es: row.decision },
      clause: is?.clause ?? null,
      program: row.pack && (programRun(row.pack)?.name ?? row.pack),
      rank: both(`authority.holder.${row.from_role as Rank}`),
      fromDay: row.from_day,
      untilDay: row.until,
      state: stateOn({ fromDay: row.from_day, untilDay: row.until }, ctx.today),
      signedPaper: row.signed_paper,
      signedOn: row.signed_on,
      madeBy: row.made_by_name,
      madeAt: row.made_at,
      ended:
        row.ended_at && row.end_reason !== null
          ? { by: row.ended_by_name ?? '', at: row.ended_at, reason: row.end_reason }
          : null,
    }
  })
  return [
    ...shown.filter(({ state }) => state !== 'ended'),
    ...shown.filter(({ state }) => state === 'ended'),
  ]
}

/** What a form of a delegation offers: what the texts let be delegated, and who could use it. */
export const delegationChoices = z.object({
  decisions: z.array(
    z.object({
      pack: z.string(),
      program: z.string(),
      decision: z.string(),
      text: words,
      clause: z.string(),
      byRank: z.string(),
      rank: words,
      /** Who asks holds this rank; else the paper is asked for that its holder signed. */
      byOwnHand: z.boolean(),
    }),
  ),
  accounts: z.array(z.object({ id, name: z.string(), roles: z.array(z.enum(roles)) })),
})

/** What the account that asks can delegate or record, and to whom. */
export async function choicesFor(
  tx: RoomTx<'access'>,
  ctx: Context,
): Promise<z.output<typeof delegationChoices>> {
  const decisions = delegableIn(ctx.agency.county)
  const accounts = await tx
    .selectFrom('access.v_account')
    .select(['id', 'display_name', 'roles'])
    .where('ends_at', 'is', null)
    .where('id', '!=', ctx.actor ?? '')
    .orderBy('display_name')
    .orderBy('id')
    .execute()
  const couldUse = (held: readonly Role[]) =>
    decisions.some(
      ({ byRank, decision }) =>
        !ranksOf(held).includes(byRank) && permissionsOf(held).has(neededFor(decision)),
    )
  return {
    decisions: decisions.map((one) => ({ ...one, byOwnHand: ranksOf(ctx.roles).includes(one.byRank) })),
    accounts: accounts
      .map((row) => ({ id: row.id, name: row.display_name, roles: row.roles as Role[] }))
      .filter((account) => couldUse(account.roles)),
  }
}
