import type { Temporal } from 'temporal-polyfill'
import { openRosters, returnRoster, sendRoster } from './case/attendance.ts'
import type { Act } from './stage.ts'
import type { Story } from './story.ts'

/** How many weeks back there can be rosters. */
const weeksBack = 5

/**
 * The rosters of the past weeks: each goes out on the Friday before and comes back on the Monday after; of last
 * week's only every other has come back.
 */
export function rosterActs(stories: readonly Story[], today: Temporal.PlainDate): Act[] {
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 })
  const weeks = Array.from({ length: weeksBack + 1 }, (_, back) => thisMonday.subtract({ weeks: back }))
  return weeks.flatMap((week, back) => {
    const sent = { daysAgo: week.subtract({ days: 3 }).until(today).days, time: '15:30', run: send(week) }
    if (back === 0) return [sent]
    const isLastWeek = back === 1
    const returned = {
      daysAgo: week.add({ weeks: 1 }).until(today).days,
      time: '10:00',
      run: takeBack(stories, week, isLastWeek),
    }
    return [sent, returned]
  })
}

const sunday = (week: Temporal.PlainDate) => week.add({ days: 6 })

function send(week: Temporal.PlainDate): Act['run'] {
  return async (scene) => {
    for (const roster of await openRosters(scene, week, sunday(week)))
      await sendRoster(scene, roster, scene.today)
  }
}

function takeBack(stories: readonly Story[], week: Temporal.PlainDate, partly: boolean): Act['run'] {
  return async (scene) => {
    const rosters = await openRosters(scene, week, sunday(week))
    for (const roster of rosters.filter((_, index) => !partly || index % 2 === 0)) {
      await returnRoster(scene, roster, scene.today, ({ enrolmentId, day }) =>
        stories.map((story) => story.markOf(enrolmentId, day)).find((mark) => mark !== undefined),
      )
    }
  }
}
