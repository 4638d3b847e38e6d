import { realDay } from '../../../parts/day/real-day.ts'
import type { ListSearch } from '../../../parts/list/index.ts'
import { closingWords, severityWords } from '../alarm/words.ts'
import { alarmKindWords } from '../parts/kind-words.ts'

/** The name of a choice, where it is offered. */
const offered = <Name extends string>(words: Record<Name, unknown>, name: string | undefined) =>
  name !== undefined && Object.hasOwn(words, name) ? (name as Name) : undefined

/** What the office is asked for; what is no choice and no day is left out. */
export function askedOf({ who, kind, severity, code, from, to }: ListSearch) {
  const chosen = {
    kind: offered(alarmKindWords, kind),
    severity: offered(severityWords, severity),
    code: offered(closingWords, code),
  }
  return {
    state: 'closed' as const,
    ...(who?.trim() ? { who: who.slice(0, 100) } : {}),
    ...(chosen.kind ? { kind: chosen.kind } : {}),
    ...(chosen.severity ? { severity: chosen.severity } : {}),
    ...(chosen.code ? { code: chosen.code } : {}),
    ...(from && realDay(from) ? { from } : {}),
    ...(to && realDay(to) ? { to } : {}),
  }
}
