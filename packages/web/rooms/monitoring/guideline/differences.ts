import type { NumberRow, Protocol, ProtocolStep } from './use-guidelines.ts'

/** One thing that is otherwise; null where there is nothing on that side. */
export type Difference =
  | { what: 'severity' | 'escalate'; before: string | null; after: string | null }
  | { what: 'acknowledge' | 'notify' | 'resolve'; before: number | null; after: number | null }
  | { what: 'step'; before: ProtocolStep | null; after: ProtocolStep | null }
  | { what: 'order' }

/** What a protocol changes against another, in the order of the page; steps are told apart by their code. */
export function protocolDifferences(before: Protocol | null, after: Protocol): Difference[] {
  const found: Difference[] = []
  if (before?.severity !== after.severity)
    found.push({ what: 'severity', before: before?.severity ?? null, after: after.severity })
  for (const what of ['acknowledge', 'notify', 'resolve'] as const) {
    const was = before?.minutes[what] ?? null
    if (was !== after.minutes[what]) found.push({ what, before: was, after: after.minutes[what] })
  }
  const old = before?.steps ?? []
  for (const step of after.steps) {
    const was = old.find(({ code }) => code === step.code) ?? null
    if (!was || !isSame(was, step)) found.push({ what: 'step', before: was, after: step })
  }
  for (const step of old) {
    if (!after.steps.some(({ code }) => code === step.code))
      found.push({ what: 'step', before: step, after: null })
  }
  if (codesOfBoth(old, after.steps) !== codesOfBoth(after.steps, old)) found.push({ what: 'order' })
  const [was, is] = [before?.escalate.join(' ') ?? null, after.escalate.join(' ')]
  if (was !== is) found.push({ what: 'escalate', before: was, after: is })
  return found
}

const isSame = (one: ProtocolStep, other: ProtocolStep): boolean =>
  one.text === other.text &&
  (one.textEs ?? '') === (other.textEs ?? '') &&
  one.channel === other.channel &&
  one.minutes === other.minutes

/** The codes of `of` that the other list has too, in the order of `of`. */
const codesOfBoth = (of: readonly ProtocolStep[], other: readonly ProtocolStep[]): string =>
  of
    .map(({ code }) => code)
    .filter((code) => other.some((step) => step.code === code))
    .join(' ')

/** A number that is otherwise. */
export type NumberDifference = { row: NumberRow; before: number; after: number }

/** Which numbers two versions decide differently; what a version does not name stands at its default. */
export function numberDifferences(
  rows: readonly NumberRow[],
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): NumberDifference[] {
  return rows
    .map((row) => ({
      row,
      before: before[row.name] ?? row.default,
      after: after[row.name] ?? row.default,
    }))
    .filter((each) => each.before !== each.after)
}
