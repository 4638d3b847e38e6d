import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type Subject, verb, type Work } from '../../platform/act.ts'
import { dayIn } from '../../platform/clock.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { type EnrolmentState, recordStep } from '../../programs/index.ts'
import { actorOf } from '../actor.ts'
import { isHome } from '../hold-home.ts'
import { type HomeEnrolment, readEnrolment } from '../zones/enrolment.ts'
import { missingInWords, type ReadyItem, readReadiness } from './readiness.ts'

const beforePlacement: readonly EnrolmentState[] = ['accepted', 'booked']

/**
 * When the first unit is put on somebody in home detention: refuses unless all that has to be there before is there
 * (EMP-4.3), keeps what it was found from, and detention at home begins. A unit that is exchanged later asks for the
 * place alone: somebody who is followed already would be followed by nothing while the home is evaluated again.
 * @throws Problem `cannot-be` at `enrolmentId`, naming everything that is missing, or once the sentence is over
 */
export const checkInstallation = verb(
  'home.check-installation',
  async (work: Work<'home'>, subject: Subject): Promise<void> => {
    const { ctx, db } = work
    const enrolment = await readEnrolment(db, String(subject.enrolment))
    if (!isHome(enrolment.pack)) return
    const isFirst = beforePlacement.includes(enrolment.state)
    const { items, assessment } = await readReadiness(db, ctx, enrolment)
    const missing = missingInWords(isFirst ? items : await askedOfExchange(work, subject, items))
    if (missing) throw fieldProblem('enrolmentId', missing)
    const onDay = await fittedOn(work, subject)
    refuseAfterLastDay(enrolment, onDay, isFirst)
    if (!isFirst) return
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
      onDay,
      about: { unit: String(subject.unit) },
    })
  },
)

/**
 * Nobody is followed for longer than the sentence: who has served it is let go; where days of it were left and no unit
 * was ever put on, nothing was served, and the case is returned (SWR-3, own).
 */
function refuseAfterLastDay(
  { isNothingLeft, releaseDay }: HomeEnrolment,
  onDay: Temporal.PlainDate,
  isFirst: boolean,
): void {
  const refused = (why: string, close: string) =>
    fieldProblem(
      'enrolmentId',
      `${why}: no unit is put on any more. Check the worksheet; where it is right, ${close} the case.`,
    )
  if (isNothingLeft) throw refused('Nothing of the sentence is left to serve', 'complete')
  if (releaseDay && Temporal.PlainDate.compare(onDay, releaseDay) > 0)
    throw refused(
      `The last day of the sentence was ${dayInWords(releaseDay)}`,
      isFirst ? 'return' : 'complete',
    )
}

/**
 * Of all that is asked before the first unit only the place is asked of a later one, and not while another unit is
 * worn: who wears one counts already, so that the program never holds more than it may (EMP-0.8).
 */
async function askedOfExchange(
  { db }: Work<'home'>,
  subject: Subject,
  items: readonly ReadyItem[],
): Promise<ReadyItem[]> {
  const other = await db
    .selectFrom('equipment.v_fitting')
    .select('id')
    .where('enrolment_id', '=', String(subject.enrolment))
    .where('id', '<>', String(subject.fitting))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return other ? [] : items.filter(({ code }) => code === 'place')
}

/**
 * The day on which the unit was put on: it may be entered later. What it measured counts from then on, and so do the
 * fees at home.
 * @throws Problem `cannot-be` at `at` before the person was accepted, or had signed a contract (EMP-4.3)
 */
async function fittedOn({ ctx, db }: Work<'home'>, subject: Subject): Promise<Temporal.PlainDate> {
  const { fitted_at } = await db
    .selectFrom('equipment.v_fitting')
    .select('fitted_at')
    .where('enrolment_id', '=', String(subject.enrolment))
    .where('unit_id', '=', String(subject.unit))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const day = dayIn(ctx.agency.timeZone, fitted_at!)
  const refuseBefore = (since: Temporal.PlainDate | null, what: string) => {
    if (since && Temporal.PlainDate.compare(day, since) < 0)
      throw fieldProblem('at', `${what} on ${dayInWords(since)}: no unit is put on before (EMP-4.3).`)
  }
  const { accepted } = await db
    .selectFrom('programs.v_step')
    .select(({ fn }) => fn.max('on_day').as('accepted'))
    .where('enrolment_id', '=', String(subject.enrolment))
    .where('kind', 'in', ['accepted', 'booked', 'reopened'])
    .executeTakeFirstOrThrow()
  refuseBefore(accepted, 'The person was accepted')
  const { signed } = await db
    .selectFrom('home.contract')
    .select(({ fn }) => fn.min('signed_on').as('signed'))
    .where('enrolment_id', '=', String(subject.enrolment))
    .executeTakeFirstOrThrow()
  refuseBefore(signed, 'The program contract was signed')
  return day
}
