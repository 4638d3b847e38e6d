import { checkIn, noShow } from './case/appointment.ts'
import { complete } from './case/attendance.ts'
import { agreeDate, askWaiver, grantWaiver, pay } from './case/fees.ts'
import { computeSentence, receiveCommitment } from './case/receive.ts'
import { makeContract } from './case/schedule.ts'
import { decideScreening } from './case/screening.ts'
import { madeUpPerson } from './people.ts'
import type { Act } from './stage.ts'
import { Story } from './story.ts'

/** From the paper to the work contract, one day for the interview and all that follows it. */
function contracted(n: number, interview: number): Story {
  return new Story(n)
    .received(interview + 4)
    .appointed(interview + 3, interview)
    .interviewed(interview)
    .accepted(interview)
}

const paid = (story: Story, daysAgo: number, form: 'cash' | 'money-order' | 'cashiers-check' = 'cash') =>
  story.did(daysAgo, '11:00', (scene, one) => pay(scene, one, { form }))

/** People who work, or have worked. */
function working(): Story[] {
  const plain = paid(contracted(1, 27), 27)
    .booked(26)
    .scheduled(26)
    .day(2, { mark: 'sent-home', minutes: 240 })
  const unexcused = paid(contracted(2, 26), 26, 'money-order')
    .booked(26)
    .scheduled(26)
    .day(2, { mark: 'absent-unexcused' })
  const excused = paid(contracted(3, 26), 26)
    .booked(26)
    .scheduled(26)
    .day(3, { mark: 'absent-excused', excuse: 'sick', verification: 'Note of the clinic, shown on return' })
    .did(3, '14:10', (scene, one) =>
      makeContract(scene, one, scene.today, 'Sick, verified: the day is put at the end'),
    )
  const late = contracted(5, 26)
    .did(26, '11:00', async (scene, one) => {
      await pay(scene, one, { amountCents: 6_000 })
      await agreeDate(scene, one, scene.today.add({ days: 19 }).toString())
    })
    .booked(26)
    .scheduled(26)
  const second = contracted(6, 26)
    .did(26, '11:00', (scene, one) => askWaiver(scene, one).then((waiver) => grantWaiver(scene, waiver)))
    .booked(26)
    .scheduled(26)
    .did(3, '09:30', async (scene, one) => {
      const { person, personId, enrolmentId } = one
      const more = { personId, docket: `${person.docket}-B`, days: 10 }
      const { commitmentId } = await receiveCommitment(scene, person, scene.today, more)
      await scene.clerk.post(`/api/programs/enrolments/${enrolmentId}/commitments`, { commitmentId })
    })
  const finished = paid(contracted(7, 32), 32).booked(32).scheduled(32).did(5, '15:00', complete)
  const toComplete = paid(contracted(0, 32), 32, 'cashiers-check').booked(32).scheduled(32)
  return [plain, unexcused, excused, late, second, finished, toComplete]
}

/** People between the paper and the first day of work. */
function onTheWay(): Story[] {
  const waiverOpen = contracted(4, 3).did(3, '11:00', askWaiver).booked(3).scheduled(3)
  const withoutDays = paid(contracted(9, 1), 1).booked(1)
  const bookingOpen = new Story(10).received(6).appointed(5, 0).interviewed(0).accepted(0)
  const clear = new Story(11).received(7).appointed(5, 0).interviewed(0)
  const withFactors = new Story(8)
    .received(8)
    .appointed(6, 0)
    .interviewed(0, { historyOfAddiction: true, violentConvictions: 1 })
  const denied = new Story(12)
    .received(9)
    .appointed(8, 5)
    .interviewed(5, { convictionInvolvesViolence: true })
    .did(5, '10:50', (scene, one) =>
      decideScreening(scene, one, {
        decision: 'deny',
        reason: 'The conviction is of violence against the people of a work site.',
        grounds: ['WAP-ELIG.c'],
      }),
    )
  return [waiverOpen, withoutDays, bookingOpen, clear, withFactors, denied]
}

/** People whose papers have come. */
function arriving(): Story[] {
  const waits = new Story(13).received(6).appointed(4, 0).did(0, '09:00', checkIn)
  const dueToday = new Story(14).received(5).appointed(3, 0)
  const fax = new Story(15).received(2, { form: 'fax' }).appointed(2, -1)
  const tomorrow = new Story(20).received(3).appointed(2, -1)
  const passed = new Story(16).received(6).appointed(5, 1)
  const missed = new Story(21).received(12).appointed(11, 8).did(8, '16:30', noShow)
  const toCompute = new Story(17).received(1)
  const toAppoint = new Story(22).received(1).did(1, '15:20', computeSentence)

  return [waits, dueToday, fax, tomorrow, passed, missed, toCompute, toAppoint]
}

/** Papers for which no enrolment was opened yet. */
const papers: readonly Act[] = [
  {
    daysAgo: 0,
    time: '08:10',
    run: async (scene) => void (await receiveCommitment(scene, madeUpPerson(18), scene.today)),
  },
  {
    daysAgo: 1,
    time: '14:00',
    run: async (scene) =>
      void (await receiveCommitment(scene, madeUpPerson(19), scene.today, { lacks: ['court-mark'] })),
  },
]

/** Everybody of the demonstration, at every stage of a case. */
export function everybody(): { stories: Story[]; acts: Act[] } {
  const stories = [...working(), ...onTheWay(), ...arriving()]
  return { stories, acts: [...stories.flatMap((story) => story.acts), ...papers] }
}
