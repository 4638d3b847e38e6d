import type { Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { programRun } from '../programs/index.ts'
import { actorOf } from './actor.ts'
import { type HomeEnrolment, holdRunning } from './zones/enrolment.ts'

/** An enrolment in home detention that is held, and who acts. */
export interface HeldHome extends HomeEnrolment {
  actor: string
}

/**
 * Holds an enrolment in home detention, so that what is set for it and what is decided from that wait for each
 * other here.
 * @throws Problem `not-found`; `cannot-be` for a program that is not served at home, or that has ended;
 * `not-allowed` where no person acts
 */
export async function holdHome(work: Work<'home'>, enrolmentId: string): Promise<HeldHome> {
  const actor = actorOf(work.ctx)
  const enrolment = await holdRunning(work, enrolmentId)
  if (!isHome(enrolment.pack))
    throw new Problem('cannot-be', `${enrolment.number} is not served at home: there is nothing to set here.`)
  return { ...enrolment, actor }
}

/** Whether a program is served at home. */
export const isHome = (pack: string): boolean => programRun(pack)?.served === 'at-home'
