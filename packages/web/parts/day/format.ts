import { Temporal } from 'temporal-polyfill'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

const utcMs = (day: Temporal.PlainDate): number => day.toZonedDateTime('UTC').epochMilliseconds

/** "Mon, Mar 2, 2026" from `2026-03-02`. */
export function dayInWords(day: string, locale: string): string {
  return format(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utcMs(Temporal.PlainDate.from(day)))
}

/** "Mar 2, 2026" from `2026-03-02`: where the weekday says nothing, as in a date of birth. */
export function dayOfRecord(day: string, locale: string): string {
  return format(locale, { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(
    utcMs(Temporal.PlainDate.from(day)),
  )
}

/** "March 2026" from `2026-03`. */
export function monthInWords(month: string, locale: string): string {
  return format(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    utcMs(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })),
  )
}

/** The names of the days from Sunday on, long and short. */
export function weekdayNames(locale: string): { long: string; short: string }[] {
  const sunday = Temporal.PlainDate.from('2026-03-01')
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const ms = utcMs(sunday.add({ days: offset }))
    return {
      long: format(locale, { weekday: 'long', timeZone: 'UTC' }).format(ms),
      short: format(locale, { weekday: 'short', timeZone: 'UTC' }).format(ms),
    }
  })
}

/** "4:10 p.m." in the office's time zone, from an ISO 8601 instant. */
export function timeInWords(instant: string, timeZone: string, locale: string): string {
  const ms = Temporal.Instant.from(instant).epochMilliseconds
  return pointed(format(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(ms))
}

/** "4:10 p.m." from a time of day written `16:10`. */
export function timeOfDay(time: string, locale: string): string {
  const ms = Temporal.PlainDate.from('2026-03-01').toZonedDateTime({ timeZone: 'UTC', plainTime: time })
  return pointed(
    format(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(ms.epochMilliseconds),
  )
}

/** "Mon, Mar 2, 2026, 4:10 p.m." in the office's time zone. */
export function momentInWords(instant: string, timeZone: string, locale: string): string {
  return `${dayInWords(dayAt(instant, timeZone), locale)}, ${timeInWords(instant, timeZone, locale)}`
}

/**
 * An instant as somebody reads it on `day` (`YYYY-MM-DD`): "4:10 p.m." on that day, "Sat, Nov 21, 4:10 p.m." on another,
 * with the year in another year.
 */
export function timeSeenFrom(day: string, instant: string, timeZone: string, locale: string): string {
  const itsDay = dayAt(instant, timeZone)
  const time = timeInWords(instant, timeZone, locale)
  if (itsDay === day) return time
  const isSameYear = itsDay.slice(0, 4) === day.slice(0, 4)
  return `${isSameYear ? dayOfYear(itsDay, locale) : dayInWords(itsDay, locale)}, ${time}`
}

/** "Mon, Mar 2" from `2026-03-02`. */
function dayOfYear(day: string, locale: string): string {
  return format(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    utcMs(Temporal.PlainDate.from(day)),
  )
}

/** The office's day on which the instant falls, as `YYYY-MM-DD`. */
export function dayAt(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The short name of the time zone at the instant, "PST" or "PDT". */
export function zoneName(instant: string, timeZone: string, locale: string): string {
  const parts = format(locale, { timeZone, timeZoneName: 'short' }).formatToParts(
    Temporal.Instant.from(instant).epochMilliseconds,
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The name of a time zone all year round, "Pacific Time". */
export function zoneInWords(timeZone: string, locale: string): string {
  const parts = format(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** "AM" and "PM", which browsers write after English times, as the county writes them. */
const pointed = (time: string): string => time.replace(/\s?AM$/, ' a.m.').replace(/\s?PM$/, ' p.m.')
