import { sql } from 'kysely'
import { z } from 'zod'
import { verb } from '../platform/act.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { id } from '../platform/schemas.ts'
import type { Budget } from './ask-waiver.ts'

/** Whose budget form to open. */
export const openBudgetBody = z.strictObject({ waiverId: id })

/**
 * Opens the budget form of a waiver, and records that this account looked. It is opened by who may decide
 * waivers and by who took the form down; nobody else, and no other room (WAP-P3.3).
 * @throws Problem `not-found`; `not-allowed` for every other account
 */
export const openBudget = verb(
  'money.open-budget',
  async ({ ctx, db }, input: z.output<typeof openBudgetBody>): Promise<Budget> => {
    const waiver = await db
      .selectFrom('money.waiver')
      .select('by')
      .where('id', '=', input.waiverId)
      .executeTakeFirst()
    if (!waiver) throw notFound('waiver')
    if (!ctx.permissions.has('waiver.decide') && waiver.by !== ctx.actor) {
      throw new Problem(
        'not-allowed',
        'The budget form is opened by who decides the waiver and by who took it down (WAP-P3.3).',
      )
    }
    const opened = await sql<Budget>`
      select why, incomes, expenses, dependents, note from money.open_budget(${input.waiverId})`.execute(db)
    const [budget] = opened.rows
    if (!budget) throw notFound('budget form')
    return budget
  },
)
