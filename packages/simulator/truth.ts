/** A span of epoch milliseconds. */
export interface TrueSpan {
  from: number
  to: number
}

/** What really was, which no watch is told. */
export interface Truth {
  /** Outside home while home binds. */
  absent: TrueSpan[]
  /** In the exclusion zone. */
  forbidden: TrueSpan[]
  /** The unit could send nothing. */
  silent: TrueSpan[]
  /** It saw no satellites. */
  blind: TrueSpan[]
  /** The battery was at a quarter or under. */
  low: TrueSpan[]
  /** When the strap was cut. */
  strapCut: number[]
}

/** The spans in which something was so, from looks at it at even times. */
export function spansWhere(
  from: number,
  to: number,
  every: number,
  isSo: (at: number) => boolean,
): TrueSpan[] {
  const spans: TrueSpan[] = []
  let since: number | null = null
  for (let at = from; at <= to; at += every) {
    const so = at < to && isSo(at)
    if (so && since === null) since = at
    if (!so && since !== null) {
      spans.push({ from: since, to: at })
      since = null
    }
  }
  return spans
}
