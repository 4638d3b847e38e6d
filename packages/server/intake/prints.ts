import type { IntakeSituation } from '@inlieu/law'
import type { EnrolmentState } from '../programs/index.ts'

/** What is recorded of history and prints (WAP-P2), each once in an enrolment. */
export const printKinds = [
  'history-found',
  'history-none',
  'prints-on-file',
  'no-prints-on-file',
  'thumb-prints',
  'print-set',
  'coin-on-application',
  'duplicate-given',
  'noted-on-original',
  'duplicate-sent',
  'returned-printed',
  'returned-match',
  'returned-no-match',
  'no-match-letter',
  'completion-sent',
  'violation-sent',
] as const
export type PrintKind = (typeof printKinds)[number]

/** Something to do or to look up, with the clause that asks for it. */
export interface PrintDue {
  /** Any one of these settles it. */
  kinds: readonly PrintKind[]
  clause: string
  when: 'before-interview' | 'at-interview' | 'after-interview' | 'awaited' | 'at-the-end'
}

/** What is on record: in this enrolment, and of the person in earlier ones. */
export interface PrintHistory {
  recorded: ReadonlySet<PrintKind>
  earlier: ReadonlySet<PrintKind>
  state: EnrolmentState
}

/** What the intake checklist of the law asks about history and prints; null where nobody has looked. */
export function situationOf({
  recorded,
  earlier,
}: Pick<PrintHistory, 'recorded' | 'earlier'>): IntakeSituation {
  return {
    alphaHistory: either(recorded, 'history-found', 'history-none'),
    printsOnFile:
      earlier.has('returned-printed') || earlier.has('returned-match')
        ? true
        : either(recorded, 'prints-on-file', 'no-prints-on-file'),
    thumbPrintsTaken: earlier.has('thumb-prints'),
  }
}

function either(recorded: ReadonlySet<PrintKind>, yes: PrintKind, no: PrintKind): boolean | null {
  if (recorded.has(yes)) return true
  return recorded.has(no) ? false : null
}

/** What is still to do, in the order of the procedure (WAP-P2.0 to P2.5). */
export function printsDue(history: PrintHistory): PrintDue[] {
  const { recorded, state } = history
  const situation = situationOf(history)
  const due: PrintDue[] = []
  const ask = (clause: string, when: PrintDue['when'], ...kinds: PrintKind[]) => {
    if (!kinds.some((kind) => recorded.has(kind))) due.push({ kinds, clause, when })
  }
  ask('WAP-P2.0', 'before-interview', 'history-found', 'history-none')
  if (!situation.thumbPrintsTaken) {
    ask('WAP-P2.1', 'at-interview', 'thumb-prints')
    ask('WAP-P2.1', 'at-interview', 'print-set')
  }
  if (situation.printsOnFile === null)
    ask('WAP-BOOK.5', 'at-interview', 'prints-on-file', 'no-prints-on-file')
  if (situation.alphaHistory === false) {
    ask('WAP-P2.2', 'after-interview', 'duplicate-given')
    ask('WAP-P2.2', 'after-interview', 'noted-on-original')
    if (recorded.has('duplicate-given')) ask('WAP-P2.2', 'awaited', 'returned-printed')
  }
  if (situation.alphaHistory === true) {
    ask('WAP-P2.3', 'at-interview', 'coin-on-application')
    ask('WAP-P2.3', 'after-interview', 'duplicate-sent')
    if (recorded.has('duplicate-sent')) ask('WAP-P2.3', 'awaited', 'returned-match', 'returned-no-match')
    if (recorded.has('returned-no-match')) ask('WAP-P2.3', 'after-interview', 'no-match-letter')
    if (recorded.has('no-match-letter')) ask('WAP-P2.3', 'awaited', 'returned-printed')
  }
  if (recorded.has('returned-printed')) {
    if (state === 'completed') ask('WAP-P2.4', 'at-the-end', 'completion-sent')
    if (state === 'returned-to-court') ask('WAP-P2.5', 'at-the-end', 'violation-sent')
  }
  return due
}

const excludes: Readonly<Partial<Record<PrintKind, PrintKind>>> = {
  'history-found': 'history-none',
  'history-none': 'history-found',
  'prints-on-file': 'no-prints-on-file',
  'no-prints-on-file': 'prints-on-file',
  'returned-match': 'returned-no-match',
  'returned-no-match': 'returned-match',
}

/** What must be on record before; any one of them. */
const needs: Readonly<Partial<Record<PrintKind, readonly PrintKind[]>>> = {
  'coin-on-application': ['history-found'],
  'duplicate-sent': ['history-found'],
  'duplicate-given': ['history-none'],
  'noted-on-original': ['history-none'],
  'returned-match': ['duplicate-sent'],
  'returned-no-match': ['duplicate-sent'],
  'returned-printed': ['duplicate-given', 'no-match-letter'],
  'no-match-letter': ['returned-no-match'],
  'completion-sent': ['returned-printed'],
  'violation-sent': ['returned-printed'],
}

/** What is on record that this contradicts or does not follow; null when it can be recorded. */
export function printObstacle(
  kind: PrintKind,
  recorded: ReadonlySet<PrintKind>,
): { because: 'recorded' | 'contradicts' | 'comes-after'; kinds: readonly PrintKind[] } | null {
  if (recorded.has(kind)) return { because: 'recorded', kinds: [kind] }
  const other = excludes[kind]
  if (other && recorded.has(other)) return { because: 'contradicts', kinds: [other] }
  const before = needs[kind]
  return before && !before.some((one) => recorded.has(one)) ? { because: 'comes-after', kinds: before } : null
}

/** What stands on this record and would hang in the air without it. */
export function dependsOn(kind: PrintKind, recorded: ReadonlySet<PrintKind>): PrintKind[] {
  return [...recorded].filter((later) => {
    const before = needs[later]
    return before?.includes(kind) && !before.some((one) => one !== kind && recorded.has(one))
  })
}
