import type { Input, SettingInput, Zone } from '@inlieu/watch'

/** A zone as it stood for a part of the day; times are epoch milliseconds. */
export interface ZoneOfDay {
  zone: Zone
  from: number
  to: number
}

/**
 * The person's own zones as the watch was told of them, for each part of the span: what was drawn, changed or ended
 * meanwhile stands from when to when.
 */
export function zonesOf(inputs: readonly Input[], from: number, to: number): ZoneOfDay[] {
  const told = inputs
    .filter((input): input is SettingInput => input.kind === 'setting' && input.change.zones !== undefined)
    .sort((a, b) => a.at - b.at || a.received - b.received)
  const spans = told.flatMap(({ at, change }, i) =>
    change.zones!.map((zone) => ({
      zone,
      from: Math.max(at, from),
      to: Math.min(told[i + 1]?.at ?? to, to),
    })),
  )
  const within = spans.filter((span) => span.to > span.from)
  return [...Map.groupBy(within, ({ zone }) => JSON.stringify(zone)).values()].flatMap(joinNeighbours)
}

/** The same zone told again, while nothing of it changed, is one stretch. */
function joinNeighbours(spans: readonly ZoneOfDay[]): ZoneOfDay[] {
  return spans.reduce<ZoneOfDay[]>((joined, span) => {
    const last = joined.at(-1)
    if (last && last.to === span.from) joined[joined.length - 1] = { ...last, to: span.to }
    else joined.push(span)
    return joined
  }, [])
}
