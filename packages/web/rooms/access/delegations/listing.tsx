import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { Delegation } from './delegation.ts'
import css from './delegations.module.css'

const states = {
  'in-force': { tone: 'settled', words: msg`In force` },
  'to-come': { tone: 'waiting', words: msg`To come` },
  ended: { tone: 'over', words: msg`Ended` },
} as const satisfies Record<Delegation['state'], { tone: Tone; words: unknown }>

/** The list of delegations, in the language it is read in; `onEnd` for who may end one. */
export function useListing(onEnd: ((delegation: Delegation) => void) | undefined): Listing<Delegation> {
  const { t, i18n } = useLingui()
  const said = useSaid()
  const program = (one: Delegation) => one.program ?? t`every program`
  const decision = (one: Delegation) =>
    `${said(one.decision)}, ${program(one)}${one.clause === null ? '' : ` (${one.clause})`}`
  return {
    name: 'delegations',
    title: msg`Delegations`,
    rowKey: (one) => one.id,
    filters: [
      { key: 'q', label: msg`Name`, as: 'text', passes: (one, part) => holds(one.to.name, part) },
      {
        key: 'state',
        label: msg`State`,
        as: 'choice',
        options: Object.entries(states).map(([value, { words }]) => ({ value, label: words })),
        passes: (one, state) => one.state === state,
      },
    ],
    columns: [
      {
        key: 'to',
        title: msg`To`,
        cell: (one) => <strong>{one.to.name}</strong>,
        text: (one) => one.to.name,
        sort: (one) => one.to.name.toLowerCase(),
      },
      {
        key: 'decision',
        title: msg`Decision`,
        cell: decision,
        text: decision,
        sort: (one) => decision(one).toLowerCase(),
      },
      { key: 'rank', title: msg`For`, cell: (one) => said(one.rank), text: (one) => said(one.rank) },
      {
        key: 'from',
        title: msg`From`,
        cell: (one) => <Day day={one.fromDay} />,
        text: (one) => one.fromDay,
        sort: (one) => one.fromDay,
      },
      {
        key: 'until',
        title: msg`Ends on`,
        cell: (one) => (one.untilDay === null ? <Trans>no end</Trans> : <Day day={one.untilDay} />),
        text: (one) => one.untilDay ?? '',
        sort: (one) => one.untilDay,
      },
      {
        key: 'state',
        title: msg`State`,
        cell: (one) => <State delegation={one} />,
        text: (one) => i18n._(states[one.state].words),
        sort: (one) => one.state,
      },
      {
        key: 'made',
        title: msg`Made`,
        cell: (one) => <Made delegation={one} />,
        text: (one) =>
          [one.madeAt, one.madeBy, one.signedPaper, one.signedOn].filter((part) => part !== null).join(', '),
        sort: (one) => one.madeAt,
      },
      ...(onEnd
        ? [
            {
              key: 'end',
              title: msg`End`,
              cell: (one: Delegation) =>
                one.state !== 'ended' && (
                  <Button
                    type="button"
                    unstyled
                    aria-label={t`End delegation to ${one.to.name}: ${decision(one)}`}
                    onClick={() => onEnd(one)}
                  >
                    <Trans>End</Trans>
                  </Button>
                ),
            },
          ]
        : []),
    ],
  }
}

function State({ delegation: { state, ended } }: { delegation: Delegation }) {
  const { i18n } = useLingui()
  const { tone, words } = states[state]
  return (
    <>
      <Status tone={tone}>{i18n._(words)}</Status>
      {ended && (
        <p className={css.soft}>
          <Trans>
            ended by {ended.by}, <Moment at={ended.at} />: {ended.reason}
          </Trans>
        </p>
      )}
    </>
  )
}

function Made({ delegation }: { delegation: Delegation }) {
  const { madeBy, madeAt, signedPaper, signedOn } = delegation
  return (
    <>
      {madeBy}, <Moment at={madeAt} />
      {signedPaper !== null && signedOn !== null && (
        <p className={css.soft}>
          <Trans>
            from a signed paper: {signedPaper}, <Day day={signedOn} />
          </Trans>
        </p>
      )}
      <Changes room="access" record="delegation" id={delegation.id} />
    </>
  )
}
