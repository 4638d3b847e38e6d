import { Trans, useLingui } from '@lingui/react/macro'
import { Lately } from '../../../parts/day/day.tsx'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import { EngineText } from '../parts/engine-text.tsx'
import { kindWords } from '../parts/kind-words.ts'
import css from './alarm.module.css'
import { isDigits } from './call-numbers.ts'
import { CommandWords } from './command.tsx'
import {
  type AlarmPage,
  type ClosingCode,
  channelVerbs,
  closingWords,
  dutyWords,
  entryWords,
  messageWords,
  type Outcome,
  outcomeWords,
  type RecordEntry,
  type Signal,
  type StepShown,
  severityWords,
  signalWords,
} from './words.ts'

/** Everything that was learned and done, newest first. Nothing in it is ever changed. */
export function Record({ page: { record } }: { page: AlarmPage }) {
  return (
    <section className={css.part}>
      <h3>
        <Trans>Record</Trans>
      </h3>
      <ol className={css.record} reversed>
        {record.toReversed().map((entry) => (
          <li key={entry.number}>
            <Lately at={entry.at} />
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One entry of the record: what was done, about what, by whom. */
export function Entry({ entry }: { entry: RecordEntry }) {
  const { i18n } = useLingui()
  const what = entryWords[entry.kind]
  const detail = useDetail()(entry)
  const { whyNot } = entry.about
  return (
    <div>
      <p>
        <strong>{what ? i18n._(what) : entry.kind}</strong>
        {detail !== '' && <>: {detail}</>}
        {entry.command && (
          <>
            , <CommandWords of={entry.command} />
          </>
        )}
      </p>
      {entry.note !== '' && (
        <p className={css.words}>
          {entry.by === null && entry.kind !== 'escalated' ? <EngineText text={entry.note} /> : entry.note}
        </p>
      )}
      {typeof whyNot === 'string' && (
        <p>
          <Trans>Steps not done: {whyNot}</Trans>
        </p>
      )}
      <p className={css.soft}>{entry.by === null ? <Trans>the watch</Trans> : entry.by}</p>
    </div>
  )
}

/** What an entry is about, in words. */
function useDetail(): (entry: RecordEntry) => string {
  const { i18n, t } = useLingui()
  const say = (words: (typeof messageWords)[string] | undefined, other: string) =>
    words ? i18n._(words) : other
  // Whoever is next has been asked only where a message says so.
  const askedSaid = (way: string, known: RecordEntry['about'][string] | undefined): string => {
    if (way === 'nobody') return t`nobody is there to be asked; who comes is asked then`
    if (way === 'drill') return t`a drill: nobody was rung`
    // A file that leaves the room holds no telephones.
    const phone = known === undefined ? '' : phoneSaid(known) || t`no telephone on record`
    if (way === 'no-address')
      return phone === '' ? t`no address for messages` : t`no address for messages, call ${phone}`
    return [say(messageWords[way], way), phone].filter(Boolean).join(', ')
  }
  const gravitySaid = (finding: string, about: RecordEntry['about']): string => {
    const from = severityWords[about.from as keyof typeof severityWords]
    const to = severityWords[about.severity as keyof typeof severityWords]
    // An entry of an earlier release says what made it graver, and no more.
    if (!from || !to) return finding
    const [before, now] = [i18n._(from), i18n._(to)]
    if (typeof about.withdrawn !== 'boolean') return t`“${finding}”; from ${before} to ${now}`
    return about.withdrawn
      ? t`“${finding}” was withdrawn; from ${before} to ${now}. The protocol and its times stay.`
      : t`“${finding}” was found less grave; from ${before} to ${now}. The protocol and its times stay.`
  }
  return ({ kind, code, about, messageState, command }) => {
    switch (kind) {
      case 'step': {
        const outcome = i18n._(outcomeWords[about.outcome as Outcome])
        // Of a message its own state is the truth; the outcome is what was known when it was asked for.
        const state = messageState === null ? outcome : say(messageWords[messageState], messageState)
        const verb = say(channelVerbs[about.channel as StepShown['channel']], code)
        const signal = signalWords[about.signal as Signal]
        const target = signal
          ? i18n._(signal)
          : phoneSaid(
              [about.phone, about.to, about.dispatch].find((one) => typeof one === 'string' && one !== ''),
            )
        // What became of a signal is said behind it.
        return [verb, target, command ? '' : state].filter(Boolean).join(', ')
      }
      case 'unreached': {
        const verb = say(channelVerbs[about.channel as StepShown['channel']], code)
        const state = say(messageWords[String(about.state)], String(about.state))
        return about.owed === true
          ? t`${verb}, ${state}; the agency is to be told again`
          : `${verb}, ${state}`
      }
      case 'closed':
        return i18n._(closingWords[code as ClosingCode])
      case 'note':
        return code === 'post-left' ? t`left the post, and nobody has it` : ''
      case 'raised':
      case 'lowered':
        return gravitySaid(say(kindWords[code], code), about)
      case 'missed':
        return say(dutyWords[code as keyof typeof dutyWords], code)
      case 'escalated': {
        const owed = say(dutyWords[code as keyof typeof dutyWords], code)
        return `${owed}, ${askedSaid(messageState ?? String(about.state), about.phone)}`
      }
      default:
        return say(kindWords[code], code)
    }
  }
}

/** A telephone as it is written everywhere; an address and what somebody typed stay as they are. */
function phoneSaid(said: RecordEntry['about'][string] | undefined): string {
  if (typeof said !== 'string') return ''
  return isDigits(said) ? phoneWords(said.replace('+', '')) : said
}
