import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import type { Commitment } from '../parts/types.ts'
import { Verdict } from '../parts/verdict.tsx'
import { AskCourt } from './ask-court.tsx'
import css from './commitment.module.css'
import { Enrol } from './enrol.tsx'
import { MoveCommitment } from './move-commitment.tsx'
import { RecordOriginal } from './record-original.tsx'
import { ReturnCommitment } from './return-commitment.tsx'

type Doing = 'ask' | 'original' | 'return' | 'move'

/** What is to be done about a commitment now: why, and the buttons that do it, the likeliest first. */
export function Next({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  const may = useMay()
  const [doing, setDoing] = useState<Doing>()
  const close = (): void => setDoing(undefined)
  if (commitment.returned) return <Returned returned={commitment.returned} />
  const { checklist } = commitment
  return (
    <section aria-labelledby="next" className={css.next}>
      <h2 id="next">
        <Trans>What to do</Trans>
      </h2>
      <Verdict checklist={checklist} namesOpen />
      {commitment.receivedWhileActive && (
        <Because clause="WAP-SENT.6">
          {t`received while the person was active: concurrent to the active booking unless the paper states otherwise`}
        </Because>
      )}
      {!commitment.policy.stillSo && (
        <p className={css.soft}>
          <Trans>
            The rules of this release would say otherwise than those it was checked under (
            {commitment.policy.version}): save it again to check it anew.
          </Trans>
        </p>
      )}
      <div className={`${css.buttons} not-printed`}>
        <Enrol commitment={commitment} />
        {may('commitment.write') && <Buttons commitment={commitment} onDo={setDoing} />}
      </div>
      {doing === 'ask' && (
        <Dialog title={t`Ask the court`} onClose={close}>
          <AskCourt commitment={commitment} again={isAskedFor(commitment)} onClose={close} />
        </Dialog>
      )}
      {doing === 'original' && (
        <Dialog title={t`The original arrived`} onClose={close}>
          <RecordOriginal commitment={commitment} onClose={close} />
        </Dialog>
      )}
      {doing === 'return' && (
        <Dialog title={t`Return to the court`} onClose={close}>
          <ReturnCommitment commitment={commitment} onClose={close} />
        </Dialog>
      )}
      {doing === 'move' && (
        <Dialog title={t`Move to another person`} onClose={close}>
          <MoveCommitment commitment={commitment} onClose={close} />
        </Dialog>
      )}
    </section>
  )
}

function Buttons({ commitment, onDo }: { commitment: Commitment; onDo: (doing: Doing) => void }) {
  const { checklist, fields, original, enrolmentId } = commitment
  const isOwed = original === null && ['fax', 'photocopy', 'unknown'].includes(fields.form)
  const isAccepted = checklist.outcome === 'accepted' || checklist.outcome === 'accepted-pending-original'
  const isAsked = isAskedFor(commitment)
  return (
    <>
      {checklist.askCourt.length > 0 && (
        <Button type="button" outline={isAccepted || isAsked} onClick={() => onDo('ask')}>
          {isAsked ? <Trans>Ask the court again</Trans> : <Trans>Ask the court</Trans>}
        </Button>
      )}
      {isOwed && (
        <Button type="button" outline onClick={() => onDo('original')}>
          <Trans>Original arrived</Trans>
        </Button>
      )}
      {!isAccepted && enrolmentId === null && (
        <Button type="button" outline={checklist.file !== 'return-to-court'} onClick={() => onDo('return')}>
          <Trans>Return to the court</Trans>
        </Button>
      )}
      <Button type="button" outline onClick={() => onDo('move')}>
        <Trans>Move to another person</Trans>
      </Button>
      {enrolmentId && (
        <Link to="/enrolments/$id" params={{ id: enrolmentId }}>
          <Trans>Go to the enrolment</Trans>
        </Link>
      )}
    </>
  )
}

/** Whether the court was asked for all that is missing, and has not answered yet. */
function isAskedFor({ checklist, requests }: Commitment): boolean {
  const asked = requests.filter(({ answeredAt }) => answeredAt === null).flatMap(({ items }) => items)
  return checklist.askCourt.every(({ name }) => asked.some((item) => item.name === name))
}

function Returned({ returned }: { returned: NonNullable<Commitment['returned']> }) {
  return (
    <Alert type="info">
      <AlertHeading level="h2">
        <Trans>Returned to the court</Trans>
      </AlertHeading>
      <AlertText>
        <Trans>
          {returned.by} returned it on <Moment at={returned.at} />, with this note:
        </Trans>{' '}
        “{returned.note}”
      </AlertText>
    </Alert>
  )
}
