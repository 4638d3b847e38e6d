import type { Span } from '../types.ts'

/**
 * Spans in order, those that overlap or touch made one, empty ones left out.
 *
 * @example union([{ from: 5, to: 9 }, { from: 1, to: 5 }]) // [{ from: 1, to: 9 }]
 */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ from: span.from, to: span.to })
  }
  return merged
}

/**
 * What of some spans no other span covers. Both lists as `union` gives them.
 *
 * @example without([{ from: 1, to: 9 }], [{ from: 3, to: 4 }]) // [{ from: 1, to: 3 }, { from: 4, to: 9 }]
 */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return spans.flatMap(({ from, to }) => {
    const left: Span[] = []
    let begins = from
    for (const hole of taken) {
      if (hole.to <= begins || hole.from >= to) continue
      if (hole.from > begins) left.push({ from: begins, to: hole.from })
      begins = hole.to
    }
    if (begins < to) left.push({ from: begins, to })
    return left
  })
}

/**
 * The parts of some spans that lie from `from` until before `to`.
 *
 * @example within([{ from: 1, to: 9 }], 3, 5) // [{ from: 3, to: 5 }]
 */
export function within(spans: readonly Span[], from: number, to: number): Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.to > span.from)
}
