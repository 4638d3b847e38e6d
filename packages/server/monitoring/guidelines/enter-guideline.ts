import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { instant, text } from '../../platform/schemas.ts'
import { takeNumber } from '../../programs/index.ts'
import { numbers } from './numbers.ts'
import { protocol } from './protocol.ts'
import { contentOf, subject } from './subjects.ts'

/** What is typed of a new version of a guideline. */
export const guidelineForm = z.strictObject({
  subject,
  /** For a protocol. */
  protocol: protocol.nullable(),
  /** For parameters and staffing: those that differ from their default. */
  numbers: numbers.nullable(),
  /** From when it is to apply; null for as soon as it is approved. */
  from: instant.nullable(),
  reason: text(500),
})

/** Days ahead that a guideline may be dated. */
const furthest = 366

/**
 * Enters a version of a guideline, whole. It has no effect until another person approves it (EMP-7.3).
 * @throws Problem `cannot-be` with what is wrong at which field
 */
export const enterGuideline = verb(
  'monitoring.enter-guideline',
  async (work, input: InputOf<typeof guidelineForm>): Promise<{ id: string; number: number }> => {
    const { ctx, db, emit } = work
    if (!ctx.actor) throw new Problem('not-allowed', 'A person enters this; the office itself cannot.')
    const content = contentOf(input.subject, input)
    if (input.from && Temporal.Instant.compare(input.from, ctx.now.add({ hours: furthest * 24 })) > 0)
      throw fieldProblem('from', 'This is more than a year ahead.')
    const id = randomUUID()
    const number = await work.call(takeNumber, { kind: `guideline ${input.subject}`, year: 0 })
    await db
      .insertInto('monitoring.guideline')
      .values({
        agency_id: ctx.agency.id,
        id,
        subject: input.subject,
        number,
        content: JSON.stringify(content),
        reason: input.reason,
        from_at: input.from ?? ctx.now,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .execute()
    await emit('monitoring.guideline-entered', { guideline: id, subject: input.subject })
    return { id, number }
  },
)
