/** A day chosen at a site. */
export type Pick = { day: string; siteId: string }

/** What picks are put into words with, and read back from them. */
export type PickWords = {
  sites: readonly { siteId: string; name: string }[]
  /** "Mon, Mar 9, 2026" */
  say: (day: string) => string
  /** The day that such words stand for, in each language a person may have picked in. */
  dayOf: ReadonlyMap<string, string>
}

/** Picks as lines that a person can read: the form keeps them so, through leaving, reloading and conflict. */
export function writePicks(picks: readonly Pick[], { sites, say }: PickWords): string {
  const name = (id: string): string => sites.find(({ siteId }) => siteId === id)?.name ?? id
  return inOrder(picks)
    .map(({ day, siteId }) => `${say(day)}: ${name(siteId)}`)
    .join('\n')
}

/** Lines back as picks; a line of a day that is gone, or of a site that is, is left out. */
export function readPicks(text: string, { sites, dayOf }: PickWords): Pick[] {
  return text.split('\n').flatMap((line) => {
    const [words = '', ...rest] = line.split(': ')
    const day = dayOf.get(words)
    const site = sites.find(({ name }) => name === rest.join(': '))
    return day && site ? [{ day, siteId: site.siteId }] : []
  })
}

/** The same picks with a day given up, or taken at a site: one site a day. */
export function toggled(picks: readonly Pick[], { day, siteId }: Pick): Pick[] {
  const others = picks.filter((pick) => pick.day !== day)
  const isPicked = picks.some((pick) => pick.day === day && pick.siteId === siteId)
  return isPicked ? others : inOrder([...others, { day, siteId }])
}

/** Picks in the order of their days. */
export const inOrder = (picks: readonly Pick[]): Pick[] =>
  picks.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** What of the picks is not in the contract yet. */
export const added = (picks: readonly Pick[], standing: readonly Pick[]): Pick[] =>
  picks.filter((pick) => !standing.some(({ day, siteId }) => day === pick.day && siteId === pick.siteId))

/**
 * Whether the picks depart from what was proposed: another site than the first, more than one, or other days. The
 * office decides; this only asks for the reason before it does.
 */
export function departs(
  picks: readonly Pick[],
  standing: readonly Pick[],
  proposal: { firstSite: string | null; siteId: string | null; days: readonly string[] },
): boolean {
  const fresh = added(picks, standing)
  if (fresh.some(({ siteId }) => siteId !== proposal.firstSite)) return true
  return proposal.siteId === proposal.firstSite && fresh.some(({ day }) => !proposal.days.includes(day))
}
