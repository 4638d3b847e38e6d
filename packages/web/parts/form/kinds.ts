import { officeToday } from '../../api/office-clock.ts'
import { phoneWords } from '../words/phone-words.ts'
import type { Words } from '../words/words.ts'
import {
  type Common,
  common,
  type Drawing,
  type Field,
  type Option,
  ok,
  type Read,
  type Typed,
  unread,
} from './fields.ts'
import { readDay, writeDay } from './read/day.ts'
import type { FileKind } from './read/file-kind.ts'
import { readMoney, writeMoney } from './read/money.ts'
import { readTime, writeTime } from './read/time.ts'

type Needed = { required: true }
type Maybe = { required?: false }

const asText = (typed: Typed): string => (typeof typed === 'string' ? typed.trim() : '')

/** A field that is typed as text; empty is null unless it is required. */
function typedField<V>(
  settings: Common & { required?: boolean },
  drawing: Drawing,
  parse: (text: string, timeZone: string) => Read<V>,
  write: (value: V) => string,
): Field<V | null> {
  const required = settings.required ?? false
  return {
    ...common(settings, required),
    drawing,
    empty: '',
    read: (typed, timeZone) => {
      const text = asText(typed)
      if (text !== '') return parse(text, timeZone)
      return required ? unread({ code: 'missing' }) : ok(null)
    },
    write: (value) => (value === null || value === undefined ? '' : write(value)),
  }
}

type TextSettings = Common & {
  required?: boolean
  /** Most characters; 200 unless said. */
  most?: number
}

function textField(settings: TextSettings, usualMost: number, drawing: Drawing): Field<string> {
  const most = settings.most ?? usualMost
  const required = settings.required ?? false
  return {
    ...common(settings, required),
    drawing,
    empty: '',
    read: (typed) => {
      const text = asText(typed)
      if (text === '' && required) return unread({ code: 'missing' })
      return text.length > most ? unread({ code: 'too-long', most, now: text.length }) : ok(text)
    },
    write: (value) => value ?? '',
  }
}

/** A line of text. Empty is `''`. */
export function text(settings: TextSettings & Omit<Extract<Drawing, { as: 'text' }>, 'as'>): Field<string> {
  const { inputMode, autoComplete, width } = settings
  return textField(settings, 200, {
    as: 'text',
    ...(inputMode ? { inputMode } : {}),
    ...(autoComplete ? { autoComplete } : {}),
    ...(width ? { width } : {}),
  })
}

/** A telephone number, shown as people write it; the office keeps its digits. */
export function phone(settings: Omit<TextSettings, 'most'>): Field<string> {
  const field = text({ ...settings, most: 40, inputMode: 'tel' })
  return { ...field, write: (digits) => (digits ? phoneWords(digits) : '') }
}

/** A password: never shown unless asked, never kept, and each of its characters counts, a space at its end too. */
export function password(
  settings: Omit<TextSettings, 'secret'> & Omit<Extract<Drawing, { as: 'password' }>, 'as'>,
): Field<string> {
  const { autoComplete, most = 256, required = false } = settings
  return {
    ...textField({ ...settings, secret: true }, most, { as: 'password', autoComplete }),
    read: (typed) => {
      const secret = typeof typed === 'string' ? typed : ''
      if (secret === '' && required) return unread({ code: 'missing' })
      return secret.length > most ? unread({ code: 'too-long', most, now: secret.length }) : ok(secret)
    },
  }
}

/** Several lines of text. Empty is `''`. */
export function area(settings: TextSettings & { lines?: number }): Field<string> {
  return textField(settings, 4000, { as: 'area', lines: settings.lines ?? 3 })
}

type DaySettings = Common & {
  /** Days as `YYYY-MM-DD`, or `today`. */
  earliest?: string
  latest?: string
  /** Two-digit years: `past` for births. */
  years?: 'past' | 'near'
}

/** A day, typed month first; its value is `YYYY-MM-DD`. */
export function day(settings: DaySettings & Needed): Field<string>
export function day(settings: DaySettings & Maybe): Field<string | null>
export function day(settings: DaySettings & { required?: boolean }): Field<string | null> {
  return typedField(
    settings,
    { as: 'day' },
    (typed, timeZone) => parseDay(typed, timeZone, settings),
    writeDay,
  )
}

function parseDay(typed: string, timeZone: string, { earliest, latest, years }: DaySettings): Read<string> {
  const today = officeToday(timeZone)
  const read = readDay(typed, years ? { today, years } : { today })
  if (!('day' in read)) return unread(read)
  const limit = (bound: string): string => (bound === 'today' ? today.toString() : bound)
  if (earliest !== undefined && read.day < limit(earliest))
    return unread({ code: 'day-too-early', earliest: limit(earliest) })
  if (latest !== undefined && read.day > limit(latest))
    return unread({ code: 'day-too-late', latest: limit(latest) })
  return ok(read.day)
}

/** A time of day; its value is `HH:MM`. */
export function time(settings: Common & Needed): Field<string>
export function time(settings: Common & Maybe): Field<string | null>
export function time(settings: Common & { required?: boolean }): Field<string | null> {
  const parse = (typed: string): Read<string> => {
    const read = readTime(typed)
    return 'time' in read ? ok(read.time) : unread(read)
  }
  return typedField(settings, { as: 'time' }, parse, writeTime)
}

type NumberSettings = Common & { least?: number; most?: number }

/** An amount in dollars; its value, `least` and `most` are whole cents. */
export function money(settings: NumberSettings & Needed): Field<number>
export function money(settings: NumberSettings & Maybe): Field<number | null>
export function money(settings: NumberSettings & { required?: boolean }): Field<number | null> {
  const { least, most } = settings
  const parse = (typed: string): Read<number> => {
    const read = readMoney(typed)
    if (!('cents' in read)) return unread(read)
    if (least !== undefined && read.cents < least) return unread({ code: 'less-money', leastCents: least })
    if (most !== undefined && read.cents > most) return unread({ code: 'more-money', mostCents: most })
    return ok(read.cents)
  }
  return typedField(settings, { as: 'money' }, parse, writeMoney)
}

type WholeSettings = NumberSettings & { unit?: Words }

/** A whole number, as of days. */
export function whole(settings: WholeSettings & Needed): Field<number>
export function whole(settings: WholeSettings & Maybe): Field<number | null>
export function whole(settings: WholeSettings & { required?: boolean }): Field<number | null> {
  const { least, most } = settings
  const parse = (typed: string): Read<number> => {
    if (!/^-?\d{1,9}$/.test(typed)) return unread({ code: 'not-whole' })
    const value = Number(typed)
    if (least !== undefined && value < least) return unread({ code: 'too-small', least })
    if (most !== undefined && value > most) return unread({ code: 'too-large', most })
    return ok(value)
  }
  const drawing: Drawing = { as: 'whole', ...(settings.unit ? { unit: settings.unit } : {}) }
  return typedField(settings, drawing, parse, String)
}

type OfferSettings<V extends string> = Common & { options: readonly Option<V>[] }

function offered<V extends string>(
  settings: OfferSettings<V> & { required?: boolean },
  as: 'select' | 'choice',
): Field<V | null> {
  const parse = (typed: string): Read<V> => {
    const option = settings.options.find(({ value }) => value === typed)
    return option ? ok(option.value) : unread({ code: 'not-offered' })
  }
  return typedField(settings, { as, options: settings.options }, parse, (value) => value)
}

/** One of many, in a list that opens. */
export function select<V extends string>(settings: OfferSettings<V> & Needed): Field<V>
export function select<V extends string>(settings: OfferSettings<V> & Maybe): Field<V | null>
export function select<V extends string>(
  settings: OfferSettings<V> & { required?: boolean },
): Field<V | null> {
  return offered(settings, 'select')
}

/** One of a few, all in sight; arrow keys move the mark. */
export function choice<V extends string>(settings: OfferSettings<V> & Needed): Field<V>
export function choice<V extends string>(settings: OfferSettings<V> & Maybe): Field<V | null>
export function choice<V extends string>(
  settings: OfferSettings<V> & { required?: boolean },
): Field<V | null> {
  return offered(settings, 'choice')
}

/** Any of several. */
export function ticks<V extends string>(settings: OfferSettings<V> & { required?: boolean }): Field<V[]> {
  const required = settings.required ?? false
  return {
    ...common(settings, required),
    drawing: { as: 'ticks', options: settings.options },
    empty: [],
    read: (typed) => {
      const ticked = settings.options.map(({ value }) => value).filter((value) => isTicked(typed, value))
      return ticked.length === 0 && required ? unread({ code: 'missing' }) : ok(ticked)
    },
    write: (value) => value ?? [],
  }
}

export const isTicked = (typed: Typed, value: string): boolean =>
  Array.isArray(typed) && (typed as readonly unknown[]).includes(value)

/** Yes or no in one box. `required`: it must be ticked, as a promise must be given. */
export function tick(settings: Common & { required?: boolean }): Field<boolean> {
  const required = settings.required ?? false
  return {
    ...common(settings, required),
    drawing: { as: 'tick' },
    empty: false,
    read: (typed) => (typed !== true && required ? unread({ code: 'missing' }) : ok(typed === true)),
    write: (value) => value === true,
  }
}

type FileSettings = Common & {
  /** PDF, JPEG and PNG unless said. */
  kinds?: readonly FileKind[]
  /** 20 MiB unless said. */
  mostBytes?: number
}

/** A file, shown beside the form once it is chosen. Its kind is told by its content. */
export function file(settings: FileSettings & Needed): Field<File>
export function file(settings: FileSettings & Maybe): Field<File | null>
export function file(settings: FileSettings & { required?: boolean }): Field<File | null> {
  const required = settings.required ?? false
  const mostBytes = settings.mostBytes ?? 20 * 1024 * 1024
  const kinds = settings.kinds ?? ['pdf', 'jpeg', 'png']
  return {
    ...common(settings, required),
    drawing: { as: 'file', kinds, mostBytes },
    empty: null,
    read: (typed) => {
      if (!(typed instanceof File)) return required ? unread({ code: 'missing' }) : ok(null)
      return typed.size > mostBytes ? unread({ code: 'file-too-large', mostBytes }) : ok(typed)
    },
    // A file is never shown from a record: what the office keeps is a paper with an address.
    write: () => null,
  }
}
