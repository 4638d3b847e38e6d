import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { MadePaper } from '../../work-release/parts/made-paper.tsx'
import { Decider } from '../decider/decider.tsx'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import css from './enrolment.module.css'
import { LoseGoodTime, PutGoodTimeRight } from './lose-good-time.tsx'
import type { GoodTime as Shown } from './lost-fields.ts'

type Decision = Shown['decisions'][number]

/** The good time of a case: what stands, what was lost by which decision, and what may be decided (SCC-2.D). */
export function GoodTime({ enrolment, goodTime }: { enrolment: Enrolment; goodTime: Shown }) {
  const { t } = useLingui()
  const may = useMay()
  const { days } = useSentenceWords()
  const [asking, setAsking] = useState<'lose' | Decision>()
  const close = (): void => setAsking(undefined)
  const granted = goodTime.commitments.filter(({ standingDays, lostDays }) => standingDays + lostDays > 0)
  if (granted.length === 0 && goodTime.decisions.length === 0) return null
  return (
    <section aria-labelledby="good-time" className={css.part}>
      <h2 id="good-time">
        <Trans>Good time</Trans>
      </h2>
      <ul className={css.rows}>
        {granted.map(({ commitmentId, docket, standingDays, lostDays }) => (
          <li key={commitmentId}>
            {docket || t`no docket number`}: {t`${days(standingDays)} taken off the sentence`}
            {lostDays > 0 && <>, {t`${days(lostDays)} lost`}</>}
          </li>
        ))}
        {goodTime.decisions.map((decision) => (
          <li key={decision.id}>
            <Decided decision={decision} />
            {decision.stands && may('enrolment.write') && (
              <Decider decision="return-to-custody" pack={enrolment.program.pack}>
                <Button
                  type="button"
                  unstyled
                  className="not-printed"
                  onClick={() => setAsking(decision)}
                  aria-label={t`Put right: ${days(decision.days)} lost`}
                >
                  <Trans>Put right</Trans>
                </Button>
              </Decider>
            )}
          </li>
        ))}
      </ul>
      {goodTime.lossFor && may('enrolment.write') && (
        <Decider decision="return-to-custody" pack={enrolment.program.pack}>
          <div className="not-printed">
            <Button type="button" outline onClick={() => setAsking('lose')}>
              <Trans>Good time lost</Trans>
            </Button>
          </div>
        </Decider>
      )}
      {asking === 'lose' && (
        <Dialog title={t`Good time lost`} onClose={close}>
          <LoseGoodTime enrolment={enrolment} onClose={close} />
        </Dialog>
      )}
      {asking !== undefined && asking !== 'lose' && (
        <Dialog title={t`Put right what was lost of good time`} onClose={close}>
          <PutGoodTimeRight enrolment={enrolment} decision={asking} onClose={close} />
        </Dialog>
      )}
    </section>
  )
}

/** What was decided, from which day, by whom and why, with its clause and its paper. */
function Decided({ decision }: { decision: Decision }) {
  const { t } = useLingui()
  const may = useMay()
  const { days } = useSentenceWords()
  const { docket, byName, reason, stands, documentId } = decision
  return (
    <>
      <strong>{t`Good-time days lost: ${decision.days}`}</strong> <Day day={decision.onDay} />
      <div className={css.soft}>
        {[docket, byName, reason, !stands && t`a later decision stands in its place`]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <Because clause={decision.clause}>
        {decision.insteadOf ? (
          <Trans>what was entered in error is put right; lost in truth: {days(decision.days)}</Trans>
        ) : (
          <Trans>
            the person was returned to custody for a rule violation on <Day day={decision.returnedOn} />
          </Trans>
        )}
      </Because>
      {documentId && may('paper.read') && (
        <div>
          <MadePaper documentId={documentId}>{t`Paper for the custody`}</MadePaper>
        </div>
      )}
    </>
  )
}
