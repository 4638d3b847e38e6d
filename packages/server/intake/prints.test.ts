import { describe, expect, test } from 'vitest'
import type { EnrolmentState } from '../programs/index.ts'
import { dependsOn, type PrintKind, printObstacle, printsDue, situationOf } from './prints.ts'

const due = (recorded: PrintKind[], earlier: PrintKind[] = [], state: EnrolmentState = 'applied') =>
  printsDue({ recorded: new Set(recorded), earlier: new Set(earlier), state }).map((one) =>
    one.kinds.join(' or '),
  )
const clauses = (recorded: PrintKind[], state: EnrolmentState = 'applied') =>
  printsDue({ recorded: new Set(recorded), earlier: new Set(), state }).map((one) => one.clause)

const taken: PrintKind[] = ['thumb-prints', 'print-set', 'prints-on-file']

describe('what is due of history and prints', () => {
  test('WAP-P2.0 the history is looked up before the interview', () => {
    expect(due([])).toEqual([
      'history-found or history-none',
      'thumb-prints',
      'print-set',
      'prints-on-file or no-prints-on-file',
    ])
  })

  test('WAP-P2.1 thumb prints taken in an earlier enrolment are not taken again', () => {
    expect(due(['history-none'], ['thumb-prints'])).not.toContain('thumb-prints')
    expect(due(['history-none'])).toContain('thumb-prints')
  })

  test('WAP-P2.2 no history: the duplicate goes with the person, is noted, and its return is awaited', () => {
    expect(due(['history-none', ...taken])).toEqual(['duplicate-given', 'noted-on-original'])
    expect(due(['history-none', ...taken, 'duplicate-given', 'noted-on-original'])).toEqual([
      'returned-printed',
    ])
    expect(
      due(['history-none', ...taken, 'duplicate-given', 'noted-on-original', 'returned-printed']),
    ).toEqual([])
  })

  test('WAP-P2.3 history: the COIN, the duplicate sent, and its return', () => {
    expect(due(['history-found', ...taken])).toEqual(['coin-on-application', 'duplicate-sent'])
    const sent: PrintKind[] = ['history-found', ...taken, 'coin-on-application', 'duplicate-sent']
    expect(due(sent)).toEqual(['returned-match or returned-no-match'])
    expect(due([...sent, 'returned-match'])).toEqual([])
    expect(due([...sent, 'returned-no-match'])).toEqual(['no-match-letter'])
    expect(due([...sent, 'returned-no-match', 'no-match-letter'])).toEqual(['returned-printed'])
  })

  test('WAP-P2.4 and P2.5 at the end, only for who was printed by the identification bureau', () => {
    const printed: PrintKind[] = [
      'history-none',
      ...taken,
      'duplicate-given',
      'noted-on-original',
      'returned-printed',
    ]
    expect(due(printed, [], 'active')).toEqual([])
    expect(due(printed, [], 'completed')).toEqual(['completion-sent'])
    expect(due(printed, [], 'returned-to-court')).toEqual(['violation-sent'])
    expect(clauses(printed, 'returned-to-court')).toEqual(['WAP-P2.5'])
    const match: PrintKind[] = [
      'history-found',
      ...taken,
      'coin-on-application',
      'duplicate-sent',
      'returned-match',
    ]
    expect(due(match, [], 'completed')).toEqual([])
  })
})

describe('what the checklist is asked with', () => {
  test('nobody has looked: unknown, and never no', () => {
    expect(situationOf({ recorded: new Set(), earlier: new Set() })).toEqual({
      alphaHistory: null,
      printsOnFile: null,
      thumbPrintsTaken: false,
    })
  })

  test('printed by the bureau in an earlier enrolment means prints on file', () => {
    expect(situationOf({ recorded: new Set(), earlier: new Set(['returned-printed']) }).printsOnFile).toBe(
      true,
    )
  })
})

describe('order and contradictions', () => {
  test.each([
    ['twice', 'thumb-prints', ['thumb-prints'], 'recorded'],
    ['a history both found and not', 'history-none', ['history-found'], 'contradicts'],
    ['a return before it was sent', 'returned-match', ['history-found'], 'comes-after'],
    ['a letter without "no match"', 'no-match-letter', ['duplicate-sent'], 'comes-after'],
  ] as const)('%s is refused', (_, kind, recorded, because) => {
    expect(printObstacle(kind, new Set(recorded))?.because).toBe(because)
  })

  test('in order it is taken', () => {
    expect(printObstacle('returned-match', new Set(['history-found', 'duplicate-sent']))).toBeNull()
    expect(printObstacle('returned-printed', new Set(['no-match-letter']))).toBeNull()
  })

  test('a record that others stand on is named by them', () => {
    expect(
      dependsOn('duplicate-sent', new Set(['history-found', 'duplicate-sent', 'returned-match'])),
    ).toEqual(['returned-match'])
    expect(dependsOn('thumb-prints', new Set(['thumb-prints', 'print-set']))).toEqual([])
  })
})
