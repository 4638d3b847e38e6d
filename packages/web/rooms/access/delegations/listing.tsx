import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { momentInWords } from '../../../parts/day/format.ts'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { Delegation } from './delegation.ts'
import css from './delegations.module.css'

const states = {
  'in-force': { tone: 'settled', words: msg`In force` },
  'to-come': { tone: 'waiting', words: msg`To come` },
  ended: { tone: 'over', words: msg`No longer in force` },
} as const satisfies Record<Delegation['state'], { tone: Tone; words: unknown }>

/** What can be done about a delegation in its row. */
export type Doing = { what: 'end' | 'changes'; about: Delegation }

/** The list of delegations, in the language it is read in, with what this account may do in each row. */
export function useListing(onDo: (doing: Doing) => void): Listing<Delegation> {
  const { t, i18n } = useLingui()
  const may = useMay()
  const { agency } = useSignedIn()
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
        title: msg`Designee`,
        cell: (one) => <strong>{one.to.name}</strong>,
        text: (one) => one.to.name,
        sort: (one) => one.to.name.toLowerCase(),
      },
      {
        key: 'decision',
        title: msg`Decision`,
        cell: (one) => (
          <>
            {said(one.decision)}, {program(one)}{' '}
            {one.clause !== null && <span className={css.clause}>({one.clause})</span>}
          </>
        ),
        text: decision,
        sort: (one) => decision(one).toLowerCase(),
      },
      { key: 'rank', title: msg`On behalf of`, cell: (one) => said(one.rank), text: (one) => said(one.rank) },
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
          [one.madeBy, momentInWords(one.madeAt, agency.timeZone, i18n.locale), one.signedPaper, one.signedOn]
            .filter((part) => part !== null)
            .join(', '),
        sort: (one) => one.madeAt,
      },
      {
        key: 'do',
        title: msg`What can be done`,
        cell: (about) => (
          <div className={css.acts}>
            {may('delegation.write') && about.state !== 'ended' && (
              <Button
                type="button"
                unstyled
                aria-label={t`End delegation to ${about.to.name}: ${decision(about)}`}
                onClick={() => onDo({ what: 'end', about })}
              >
                <Trans>End</Trans>
              </Button>
            )}
            {may('history.read') && (
              <Button
                type="button"
                unstyled
                aria-label={t`Changes of the delegation to ${about.to.name}: ${decision(about)}`}
                onClick={() => onDo({ what: 'changes', about })}
              >
                <Trans>Changes</Trans>
              </Button>
            )}
          </div>
        ),
      },
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
    </>
  )
}
