import type { Input, SettingInput, TemplateLibrary, Zone } from '@inlieu/watch'

/** A zone as it stood for a part of the day; times are epoch milliseconds. */
export interface ZoneOfDay {
  zone: Zone
  /** Id of the set that it was drawn in, once for many; null for one of the person's own. */
  set: string | null
  from: number
  to: number
}

type Drawn = Pick<ZoneOfDay, 'zone' | 'set'>

/**
 * The zones that bound the person as the watch was told of them, for each part of the span: their own, and those of
 * the sets that they were under. What was drawn, changed or ended meanwhile stands from when to when.
 *
 * @param library every version of a set that was told of in the span
 */
export function zonesOf(
  inputs: readonly Input[],
  library: TemplateLibrary,
  from: number,
  to: number,
): ZoneOfDay[] {
  const told = inputs
    .filter((input): input is SettingInput => input.kind === 'setting')
    .sort((a, b) => a.at - b.at || a.received - b.received)
  const own = told.filter(({ change }) => change.zones !== undefined)
  const ofSets = told.filter(({ change }) => change.templates !== undefined)
  const spans = [
    ...spansOf(own, ({ zones }) => zones!.map((zone) => ({ zone, set: null })), from, to),
    ...spansOf(ofSets, ({ templates }) => templates!.flatMap((name) => drawnIn(name, library)), from, to),
  ]
  const within = spans.filter((span) => span.to > span.from)
  return [...Map.groupBy(within, ({ zone, set }) => JSON.stringify([set, zone])).values()].flatMap(
    joinNeighbours,
  )
}

/** Sets that were told of in the span, as the library names them. */
export const setsTold = (inputs: readonly Input[]): Set<string> =>
  new Set(inputs.flatMap((input) => (input.kind === 'setting' ? (input.change.templates ?? []) : [])))

function drawnIn(name: string, library: TemplateLibrary): Drawn[] {
  const set = library[name]
  return set ? set.zones.map((zone) => ({ zone, set: set.id })) : []
}

function spansOf(
  told: readonly SettingInput[],
  drawn: (change: SettingInput['change']) => Drawn[],
  from: number,
  to: number,
): ZoneOfDay[] {
  return told.flatMap(({ at, change }, i) => {
    const until = Math.min(told[i + 1]?.at ?? to, to)
    // A set may have a thousand zones: those of years ago are not gone through.
    return until <= from ? [] : drawn(change).map((one) => ({ ...one, from: Math.max(at, from), to: until }))
  })
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
