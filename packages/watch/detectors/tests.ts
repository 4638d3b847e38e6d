import type { Kind } from '../kinds.ts'
import type { Detector } from '../machine.ts'
import type { Phase } from '../settings/phases.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput, Millis, TestDue } from '../types.ts'

const missed: Record<TestDue['of'], Kind> = {
  breath: 'breath-missed',
  voice: 'voice-missed',
  'check-in': 'check-in-missed',
  drug: 'drug-missed',
}

const answers = (input: DeviceInput): TestDue['of'] | null =>
  input.event === 'breath' || input.event === 'voice' || input.event === 'check-in' || input.event === 'drug'
    ? input.event
    : null

/**
 * Tests and reports that are due within a window (monitoring, test units): a result that names the test, or comes within
 * its window, answers it; what nobody answered when the window and `testGrace` are over was missed.
 */
export const testsDue: Detector<PersonState, Evidence> = {
  name: 'tests-due',
  onInput(state, input, moment) {
    if (input.kind !== 'device') return
    const of = answers(input)
    if (of === null) return
    const named = 'test' in input ? input.test : undefined
    const { tests } = moment.phase.settings
    const open = tests.filter((test) => test.of === of && !state.answered.includes(test.id))
    const test =
      open.find((one) => one.id === named) ??
      (named === undefined ? open.find((one) => one.from <= input.at && input.at <= one.to) : undefined)
    if (!test) return
    const still = state.answered.filter((id) => tests.some((one) => one.id === id))
    state.answered = [...still, test.id]
  },
  due: (state, phase) => nextEnd(state, phase),
  onTime(state, moment) {
    for (const test of moment.phase.settings.tests) {
      if (endOf(test, moment.phase) !== moment.now || state.answered.includes(test.id)) continue
      moment.say(state, {
        kind: missed[test.of],
        at: test.to,
        confirmedAt: moment.now,
        detail: test.id,
        why: 'Its window has ended without a result.',
        parameters: ['testGrace'],
        values: { test: test.id, from: test.from, to: test.to },
      })
    }
    state.testsJudged = moment.now
  },
  onPhase(state, before, moment) {
    // Windows that ended before anything was known of the person are nobody's fault.
    if (before === null) state.testsJudged = moment.now - 1
  },
}

const endOf = (test: TestDue, phase: Phase): Millis => test.to + phase.parameters.testGrace * 1000

function nextEnd(state: PersonState, phase: Phase): Millis {
  let next = Number.POSITIVE_INFINITY
  for (const test of phase.settings.tests) {
    const end = endOf(test, phase)
    if (end > state.testsJudged && end < next && !state.answered.includes(test.id)) next = end
  }
  return next
}
