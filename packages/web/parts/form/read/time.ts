/**
 * Reads a time of day as people type it: `4:10 pm`, `4:10p`, `16:10`, `1610`, `4p`, `4 p.m.`.
 * A bare `4` is refused: nobody can tell which four is meant.
 *
 * @returns `HH:MM`, or why it is none
 */
export function readTime(text: string): { time: string } | { code: 'not-a-time' | 'time-needs-half' } {
  const match = /^(\d{1,2})(?::?(\d{2}))?\s*([ap])?\.?\s?m?\.?$/.exec(text.trim().toLowerCase())
  if (!match) return { code: 'not-a-time' }
  const [, hours, minutes, half] = match
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59) return { code: 'not-a-time' }
  if (half === undefined) {
    if (minutes === undefined) return hour <= 12 ? { code: 'time-needs-half' } : { code: 'not-a-time' }
    return hour > 23 ? { code: 'not-a-time' } : written(hour, minute)
  }
  if (hour < 1 || hour > 12) return { code: 'not-a-time' }
  return written((hour % 12) + (half === 'p' ? 12 : 0), minute)
}

const written = (hour: number, minute: number): { time: string } => ({
  time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
})

/** A time as the field shows it, `4:10 p.m.`. */
export function writeTime(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  const hour = Number(hours)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}
