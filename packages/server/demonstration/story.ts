import type { Temporal } from 'temporal-polyfill'
import { recordPrints, signApplication } from './case/application.ts'
import { callIn, checkIn, makeAppointment } from './case/appointment.ts'
import type { DayMark } from './case/attendance.ts'
import { completeBooking, saveBooking, tickChecklist } from './case/booking.ts'
import type { PaperDetails } from './case/commitment.ts'
import { assessFees } from './case/fees.ts'
import { computeSentence, receive } from './case/receive.ts'
import { makeContract } from './case/schedule.ts'
import { answerScreening, decideScreening, type ScreeningAnswers } from './case/screening.ts'
import type { Case } from './case/staff.ts'
import { type MadeUpPerson, madeUpPerson } from './people.ts'
import type { Act, Scene } from './stage.ts'

/** What happened to one person, as acts with their day. Each method is a stage of the case. */
export class Story {
  readonly person: MadeUpPerson
  readonly acts: Act[] = []
  /** How single days of the contract went, by their place in it, where they did not go as agreed. */
  readonly #marks = new Map<number, DayMark>()
  #case: Case | null = null
  #days: readonly Temporal.PlainDate[] = []

  constructor(n: number) {
    this.person = madeUpPerson(n)
  }

  /** Anything else that happened. */
  did(
    daysAgo: number,
    time: string,
    run: (scene: Scene, one: Case) => Promise<unknown>,
    how: Pick<Act, 'beside'> = {},
  ): this {
    this.acts.push({
      daysAgo,
      time,
      ...how,
      run: async (scene) => {
        if (!this.#case) throw new Error(`${this.person.familyName} has no case yet, ${daysAgo} days ago.`)
        await run(scene, this.#case)
      },
    })
    return this
  }

  /** The paper comes and the enrolment is opened. */
  received(daysAgo: number, details: PaperDetails = {}): this {
    this.acts.push({
      daysAgo,
      time: '08:40',
      run: async (scene) => {
        this.#case = await receive(scene, this.person, scene.today, details)
      },
    })
    return this
  }

  /** The sentence is computed and an appointment made for `forDaysAgo` (below zero: days to come). */
  appointed(daysAgo: number, forDaysAgo: number): this {
    return this.did(daysAgo, '09:10', async (scene, one) => {
      await computeSentence(scene, one)
      await makeAppointment(scene, one, scene.today.add({ days: daysAgo - forDaysAgo }))
    })
  }

  /** The person comes, signs the application and is asked. */
  interviewed(daysAgo: number, told: ScreeningAnswers = {}): this {
    this.did(daysAgo, '09:40', async (scene, one) => {
      await checkIn(scene, one)
      await callIn(scene, one)
    })
    return this.did(
      daysAgo,
      '09:50',
      async (scene, one) => {
        await signApplication(scene, one, scene.today)
        await recordPrints(scene, one, scene.today)
        await answerScreening(scene, one, told)
      },
      { beside: true },
    )
  }

  /** The sergeant accepts, and the fees are assessed. */
  accepted(daysAgo: number, reason = ''): this {
    return this.did(
      daysAgo,
      '10:30',
      async (scene, one) => {
        await decideScreening(scene, one, { decision: 'admit', reason })
        await assessFees(scene, one)
      },
      { beside: true },
    )
  }

  /** The booking record and its checklist are finished. */
  booked(daysAgo: number): this {
    return this.did(
      daysAgo,
      '11:20',
      async (scene, one) => {
        await saveBooking(scene, one, scene.today)
        await tickChecklist(scene, one, scene.today)
        await completeBooking(scene, one)
      },
      { beside: true },
    )
  }

  /** Site and days are chosen as the policy proposes. */
  scheduled(daysAgo: number): this {
    return this.did(daysAgo, '11:50', async (scene, one) => {
      this.#days = await makeContract(scene, one, scene.today)
      await tickChecklist(scene, one, scene.today, (name) => name === 'map')
    })
  }

  /** A day of the contract that did not go as agreed; the first is 1. */
  day(nth: number, mark: DayMark): this {
    this.#marks.set(nth, mark)
    return this
  }

  /** What is told of a day when its roster comes back. */
  markOf(enrolmentId: string, day: string): DayMark | undefined {
    if (this.#case?.enrolmentId !== enrolmentId) return undefined
    return this.#marks.get(1 + this.#days.findIndex((one) => one.toString() === day))
  }
}
