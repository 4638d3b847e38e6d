import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type Subject, verb, type Work } from '../../platform/act.ts'
import { dayIn } from '../../platform/clock.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { type EnrolmentState, recordStep } from '../../programs/index.ts'
import { actorOf } from '../actor.ts'
import { isHome } from '../hold-home.ts'
import { readEnrolment } from '../zones/enrolment.ts'
import { missingInWords, readReadiness } from './readiness.ts'

const beforePlacement: readonly EnrolmentState[] = ['accepted', 'booked']

/**
 * When the first unit is put on somebody in home detention: refuses unless all that has to be there before is there
 * (EMP-4.3), keeps what it was found from, and detention at home begins. A unit that is exchanged later is not held
 * up: somebody who is followed already would be followed by nothing while the home is evaluated again.
 * @throws Problem `cannot-be` at `enrolmentId`, naming everything that is missing
 */
export const checkInstallation = verb(
  'home.check-installation',
  async (work: Work<'home'>, subject: Subject): Promise<void> => {
    const { ctx, db } = work
    const enrolment = await readEnrolment(db, String(subject.enrolment))
    if (!isHome(enrolment.pack) || !beforePlacement.includes(enrolment.state)) return
    const { items, assessment } = await readReadiness(db, ctx, enrolment)
    const missing = missingInWords(items)
    if (missing) throw fieldProblem('enrolmentId', missing)
    await db
      .insertInto('home.installation')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: enrolment.id,
        person_id: enrolment.personId,
        unit_id: String(subject.unit),
        assessment: JSON.stringify(assessment),
        items: JSON.stringify(items),
        pack: enrolment.pack,
        pack_version: assessment.version,
        pack_hash: assessment.hash,
        at: ctx.now,
        by: actorOf(ctx),
      })
      .execute()
    await work.call(recordStep, {
      enrolmentId: enrolment.id,
      kind: 'placed',
      onDay: await fittedOn(work, subject),
      about: { unit: String(subject.unit) },
    })
  },
)

/** The day on which the unit was put on: it may be entered later. Never before what had to come before it. */
async function fittedOn({ ctx, db }: Work<'home'>, subject: Subject): Promise<Temporal.PlainDate> {
  const { fitted_at } = await db
    .selectFrom('equipment.v_fitting')
    .select('fitted_at')
    .where('enrolment_id', '=', String(subject.enrolment))
    .where('unit_id', '=', String(subject.unit))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { since } = await db
    .selectFrom('programs.v_step')
    .select(({ fn }) => fn.max('on_day').as('since'))
    .where('enrolment_id', '=', String(subject.enrolment))
    .executeTakeFirstOrThrow()
  const day = dayIn(ctx.agency.timeZone, fitted_at!)
  return since && Temporal.PlainDate.compare(day, since) < 0 ? since : day
}
