import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { Decide } from './decide.tsx'
import { Decided } from './decided.tsx'
import { Findings } from './findings.tsx'
import { Outcome } from './outcome.tsx'
import { Questions } from './questions.tsx'
import css from './screening.module.css'
import { type ScreeningPage, useScreening } from './use-screening.ts'

const route = getRouteApi('/staff/enrolments/$id/screening')

/** Whether the program takes a person: what is still to ask first, then what the rules say, then the decision. */
export function Screening() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { step = 'admission', again } = route.useSearch()
  const query = useScreening(id, step, again === 'yes')
  return (
    <Page title={step === 'admission' ? t`Screening` : t`Screening for early release`}>
      <EnrolmentHeader id={id} page="screening" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading what is known…`}</p>}
      {query.data && (
        <>
          <Steps id={id} page={query.data} />
          <Matter id={id} page={query.data} again={again === 'yes'} />
        </>
      )}
    </Page>
  )
}

/** The step that admits, and the one for who is in custody, where the program has it. */
function Steps({ id, page }: { id: string; page: ScreeningPage }) {
  const { t } = useLingui()
  if (page.steps.length < 2) return null
  const names = { admission: t`Admission`, 'early-release': t`Early release from custody` }
  return (
    <nav aria-label={t`Which screening`} className={`${css.steps} not-printed`}>
      {page.steps.map((step) => (
        <Link
          key={step}
          to="/enrolments/$id/screening"
          params={{ id }}
          search={step === 'early-release' ? { step } : {}}
          aria-current={step === page.step ? 'true' : undefined}
        >
          {names[step]}
        </Link>
      ))}
    </nav>
  )
}

function Matter({ id, page, again }: { id: string; page: ScreeningPage; again: boolean }) {
  const { t } = useLingui()
  const isDecided = page.decision !== null && !again
  return (
    <div className={css.matter}>
      {page.statusX && (
        <p className={css.note}>
          <Trans>Status X: a violation returns the person to custody (WAP-P8.7).</Trans>
        </p>
      )}
      {isDecided && page.decision && <Decided id={id} page={page} decision={page.decision} />}
      {!isDecided && <Questions id={id} page={page} again={again} />}
      <Outcome page={page} />
      <Findings
        title={t`In the officer's judgement`}
        hint={t`Each of these may be cause for denial; the officer decides (WAP-ELIG.1).`}
        page={page}
        group="judgement"
      />
      <Findings
        title={t`Still to ask`}
        hint={t`What nobody knows is no answer. Ask it above.`}
        page={page}
        group="ask"
      />
      <Findings title={t`Settled`} hint={t`What is known settles these.`} page={page} group="settled" />
      {!isDecided && page.canScreen && <Decide id={id} page={page} again={again} />}
    </div>
  )
}
