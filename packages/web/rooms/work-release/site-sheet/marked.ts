import type { SiteSheet } from '../parts/words.ts'
import type { Tick } from './queue.ts'

/** The sheet with a tick that the office has just taken, before the office is asked anew. */
export function marked(sheet: SiteSheet, tick: Tick, version: number): SiteSheet {
  const sites = sheet.sites.map((site) => ({
    ...site,
    people: site.people.map((person) => ({
      ...person,
      days: person.days.map((day) =>
        day.contractDayId === tick.contractDayId
          ? { ...day, mark: tick.mark, minutes: tick.minutes, version }
          : day,
      ),
    })),
  }))
  return { ...sheet, sites }
}
