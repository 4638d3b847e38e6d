import type { WeeklySchedule } from '../../types.ts'

/**
 * Whether a schedule has its hours for a zone at an instant, by looking at a wall clock: what do clock and calendar show
 * there now, and is that within the hours that began today or yesterday? It knows no rule for clocks that change, so it is
 * no yardstick in the hour that is put back. For tests only.
 */
export function slowlyInHours(schedule: WeeklySchedule, zone: string, at: number): boolean {
  const today = wallClock(schedule.timeZone, at)
  const yesterday = { ...dayBefore(today.date), time: today.time }
  return (
    hoursOf(schedule, zone, today).some(({ from, to }) =>
      to > from ? today.time >= from && today.time < to : today.time >= from,
    ) || hoursOf(schedule, zone, yesterday).some(({ from, to }) => to <= from && today.time < to)
  )
}

interface WallClock {
  date: string
  weekday: string
  time: string
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string, at: number): WallClock {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${shown.year}-${shown.month}-${shown.day}`,
    weekday: shown.weekday!.toLowerCase(),
    time: `${shown.hour}:${shown.minute}`,
  }
}

function dayBefore(date: string): { date: string; weekday: string } {
  const { date: before, weekday } = wallClock('UTC', Date.parse(`${date}T12:00Z`) - 86_400_000)
  return { date: before, weekday }
}

function hoursOf(schedule: WeeklySchedule, zone: string, day: { date: string; weekday: string }) {
  const dated = (schedule.exceptions ?? []).filter((line) => line.zone === zone && line.date === day.date)
  if (dated.length > 0) return dated.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
  return schedule.weekly.filter(
    (line) => line.zone === zone && (line.days as readonly string[]).includes(day.weekday),
  )
}
