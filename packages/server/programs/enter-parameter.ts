import { randomUUID } from 'node:crypto'
import { type ParameterValue, resolveParameters } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { verb } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { asTyped } from './law-problem.ts'
import { programOf, programRun } from './program.ts'

/** A county's value of a parameter, with the paper it stands on. */
export interface EnterParameter {
  pack: string
  name: string
  value: ParameterValue
  fromDay: Temporal.PlainDate
  authority: string
  resolution: string
}

/**
 * Enters a value of a parameter from a day on. It has no effect until another person approves it.
 * @throws Problem `cannot-be` with what is wrong at which field; `already-done` when a value from that day stands
 */
export const enterParameter = verb(
  'programs.enter-parameter',
  async ({ ctx, db, emit }, input: EnterParameter): Promise<{ id: string }> => {
    if (!programRun(input.pack)) throw fieldProblem('pack', 'This office does not run that program.')
    if (!ctx.actor) throw new Problem('not-allowed', 'A person enters this; the office itself cannot.')
    refuseUnlawful(input)
    const standing = await db
      .selectFrom('programs.parameter')
      .select('id')
      .where('pack', '=', input.pack)
      .where('name', '=', input.name)
      .where('from_day', '=', input.fromDay)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (standing) {
      throw fieldProblem(
        'fromDay',
        'There is a value from this day already. Withdraw it first, or take another day.',
      )
    }
    const id = randomUUID()
    await db
      .insertInto('programs.parameter')
      .values({
        agency_id: ctx.agency.id,
        id,
        pack: input.pack,
        name: input.name,
        value: JSON.stringify(input.value),
        from_day: input.fromDay,
        authority: input.authority,
        resolution: input.resolution,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .execute()
    await emit('programs.parameter-entered', { parameter: id })
    return { id }
  },
)

const fields: Readonly<Record<string, string>> = {
  '[0].name': 'name',
  '[0].value': 'value',
  '[0].from': 'fromDay',
  '[0].authority': 'authority',
  '[0].resolution': 'resolution',
}

function refuseUnlawful(input: EnterParameter): void {
  const pack = programOf(input)
  const { name, value, authority, resolution } = input
  const from = input.fromDay.toString()
  asTyped(
    () => resolveParameters(pack, [{ name, value, from, authority, resolution }], from),
    (path) => fields[path] ?? 'value',
  )
  if (from < pack.authority.effective) {
    throw fieldProblem(
      'fromDay',
      `The policy took effect on ${pack.authority.effective}; a value cannot hold before it.`,
    )
  }
}
