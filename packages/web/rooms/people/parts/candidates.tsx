import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { type ReactNode, useEffect, useRef } from 'react'
import type { paths } from '../../../api/schema.gen.ts'
import { Day } from '../../../parts/day/day.tsx'
import css from './candidates.module.css'
import { listName } from './names.ts'

type OpenAnswer = paths['/api/people']['post']['responses']['200']['content']['application/json']
/** Somebody on record who may be the same person. */
export type Candidate = Extract<OpenAnswer, { kind: 'likely-duplicates' }>['candidates'][number]

export type CandidatesProps = {
  candidates: readonly Candidate[]
  /** What can be done with one of them, instead of opening another. */
  choose?: (candidate: Candidate) => ReactNode
  /** The clerk has looked: it is somebody else. */
  onSomebodyElse: () => void
  somebodyElse: string
}

/** Asks before a person is opened who may be on record: who they are, why they are shown, and what to do. */
export function Candidates({ candidates, choose, onSomebodyElse, somebodyElse }: CandidatesProps) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const why: Record<Candidate['because'][number], string> = {
    'same-number': t`the same number`,
    'same-sound-and-birth-date': t`a name that sounds alike, and the same date of birth`,
    'same-name': t`the same name, and no date of birth to tell them apart`,
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Alert type="warning">
        <AlertHeading level="h2">
          <Trans>Somebody on record may be the same person</Trans>
        </AlertHeading>
        <ul className={css.list}>
          {candidates.map((candidate) => (
            <li key={candidate.personId}>
              <Link to="/people/$id" params={{ id: candidate.personId }} target="_blank" className={css.name}>
                {listName(candidate)}
              </Link>{' '}
              <span className={css.soft}>
                {candidate.birthDate ? (
                  <Day day={candidate.birthDate} of="record" />
                ) : (
                  <Trans>birth date not on record</Trans>
                )}
                {candidate.city !== '' && <> · {candidate.city}</>} ·{' '}
                {candidate.because.map((cause) => why[cause]).join('; ')}
              </span>{' '}
              {choose && <div className={css.choose}>{choose(candidate)}</div>}
            </li>
          ))}
        </ul>
        <div>
          <Button type="button" outline onClick={onSomebodyElse}>
            {somebodyElse}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
