import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { EnrolmentHeader } from '../enrolment-header/enrolment-header.tsx'
import { type Enrolment as Case, useEnrolment } from '../enrolment-header/use-enrolment.ts'
import { Commitments } from './commitments.tsx'
import { CompleteDialog, useCompleting } from './complete.tsx'
import { Ending, useEndingAsked } from './ending.tsx'
import css from './enrolment.module.css'
import { GoodTime } from './good-time.tsx'
import { NextStep } from './next-step.tsx'
import { Progress } from './progress.tsx'
import { Steps } from './steps.tsx'

const route = getRouteApi('/staff/enrolments/$id')

/** A case as a whole: what is next with the one button that does it, its papers, its days, what has happened. */
export function Enrolment() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { data } = useEnrolment(id)
  return (
    <Page title={data ? t`Enrolment ${data.number}` : t`Enrolment`}>
      <EnrolmentHeader id={id} page="overview" />
      {data && <Matter enrolment={data} />}
    </Page>
  )
}

function Matter({ enrolment }: { enrolment: Case }) {
  const { isAsking, ask, close } = useCompleting()
  const ending = useEndingAsked()
  return (
    <>
      <NextStep enrolment={enrolment} onComplete={ask} onReturn={() => ending.ask('return')} />
      <div className={css.columns}>
        <div className={css.column}>
          <Commitments enrolment={enrolment} />
          {enrolment.goodTime && <GoodTime enrolment={enrolment} goodTime={enrolment.goodTime} />}
          {enrolment.progress && <Progress enrolment={enrolment} progress={enrolment.progress} />}
        </div>
        <section aria-labelledby="steps" className={css.part}>
          <h2 id="steps">
            <Trans>Steps so far</Trans>
          </h2>
          <Steps steps={enrolment.steps} isHome={enrolment.program.served === 'at-home'} />
          <Ending enrolment={enrolment} onComplete={ask} asked={ending} />
          <Changes room="programs" record="enrolment" id={enrolment.id} />
        </section>
      </div>
      {isAsking && <CompleteDialog enrolment={enrolment} onClose={close} />}
    </>
  )
}
