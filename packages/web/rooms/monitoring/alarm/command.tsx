import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Lately } from '../../../parts/day/day.tsx'
import { type Command, outcomeWords } from './words.ts'

/** Why something is not said to a unit any more. */
const notSaidWords: Record<NonNullable<Command['because']>, ReturnType<typeof msg>> = {
  'alarm-closed': msg`the alarm was closed first`,
  'put-on': msg`the unit was put on somebody first`,
  'taken-off': msg`the unit was taken off first`,
  'too-late': msg`for two hours no message came that could be answered with it`,
}

/** What became of something that a unit was asked for: nobody is to believe that it was said before it was. */
export function CommandWords({ of: { state, at, because } }: { of: Command }) {
  const { i18n } = useLingui()
  if (state === 'waiting') return i18n._(outcomeWords.queued)
  if (state === 'said')
    return (
      <Trans>
        said at <Lately at={at} />
      </Trans>
    )
  const why = i18n._(notSaidWords[because ?? 'too-late'])
  return <Trans>not said: {why}</Trans>
}
