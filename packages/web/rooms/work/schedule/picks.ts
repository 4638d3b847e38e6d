/** A day chosen at a site. */
export type Pick = { day: string; siteId: string }

type Site = { siteId: string; name: string }

/** Picks as lines that a person can read: the form keeps them so, through leaving, reloading and conflict. */
export function writePicks(picks: readonly Pick[], sites: readonly Site[]): string {
  return inOrder(picks)
    .map(({ day, siteId }) => `${day} ${sites.find((site) => site.siteId === siteId)?.name ?? siteId}`)
    .join('\n')
}

/** Lines back as picks; a line of a site that is gone is left out. */
export function readPicks(text: string, sites: readonly Site[]): Pick[] {
  return text.split('\n').flatMap((line) => {
    const day = line.slice(0, 10)
    const site = sites.find(({ name, siteId }) => name === line.slice(11) || siteId === line.slice(11))
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && site ? [{ day, siteId: site.siteId }] : []
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
