import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { Day } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../enrolment-header/enrolment-header.tsx'
import { useEnrolment } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { Compute } from './compute.tsx'
import { FeesBeside } from './fees-beside.tsx'
import { History } from './history.tsx'
import { Readings } from './readings.tsx'
import { SentenceView } from './sentence-view.tsx'
import { Unsettled } from './unsettled.tsx'
import { useWorksheet, type WorksheetPage } from './use-worksheet.ts'
import css from './worksheet.module.css'

const route = getRouteApi('/staff/enrolments/$id/worksheet')

/** The adjusted sentence with every step and its clause, the fees beside it, and what it was before. */
export function Worksheet() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useWorksheet(id)
  return (
    <Page
      title={t`Sentence worksheet`}
      actions={
        <>
          {query.data && (query.data.stale || !query.data.current) && <Compute id={id} page={query.data} />}
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print worksheet</Trans>
          </Button>
        </>
      }
    >
      <EnrolmentHeader id={id} page="worksheet" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the worksheet…`}</p>}
      {query.data && <Matter id={id} page={query.data} />}
    </Page>
  )
}

function Matter({ id, page }: { id: string; page: WorksheetPage }) {
  const { current, now } = page
  const { data: enrolment } = useEnrolment(id)
  const result = current?.result ?? now
  return (
    <>
      <Standing page={page} />
      {result.kind === 'cannot-compute' ? (
        <Unsettled result={result} dockets={page.dockets} />
      ) : (
        <>
          <SentenceView sentence={result} isByWork={enrolment?.atHome === null} />
          {result.askOfficer && <Readings id={id} sentence={result} current={current} />}
          {page.fees && <FeesBeside id={id} fees={page.fees} />}
        </>
      )}
      {current && (
        <p className={css.soft}>
          <Trans>
            Rules: {current.packVersion}, {current.packHash.slice(0, 12)}.
          </Trans>
        </p>
      )}
      <History history={page.history} />
    </>
  )
}

/** What is on record, or that nothing is; and when the papers say something else by now. */
function Standing({ page }: { page: WorksheetPage }) {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  const { current, now, stale } = page
  if (!current) {
    return (
      <Alert type="info">
        <AlertText>
          <Trans>
            Nothing is on record yet. This is what the papers give; compute the worksheet to keep it.
          </Trans>
        </AlertText>
      </Alert>
    )
  }
  // Days worked change what is left and not the sentence: no warning for what is as it should be.
  const { result } = current
  const same =
    now.kind === 'worksheet' && result.kind === 'worksheet' && now.adjustedDays === result.adjustedDays
  const moved = stale && !same
  return (
    <>
      <p>
        <Trans>
          Worksheet {current.number}, computed <Day day={current.computedOn} />
          {current.computedByName && <> by {current.computedByName}</>}.
        </Trans>{' '}
        <Cause cause={current.cause} />
      </p>
      {stale && !moved && (
        <p className={css.soft}>
          <Trans>Days were worked since; computed now it is the same adjusted sentence.</Trans>
        </p>
      )}
      {moved && (
        <Alert type="warning">
          <AlertText>
            <Trans>The papers, the days worked or the rules have changed since.</Trans>{' '}
            {now.kind === 'worksheet'
              ? t`Computed now it is ${days(now.adjustedDays)}.`
              : t`Computed now it leaves something open.`}
          </AlertText>
        </Alert>
      )}
    </>
  )
}

function Cause({ cause }: { cause: NonNullable<WorksheetPage['current']>['cause'] }) {
  const { t } = useLingui()
  const words = {
    asked: '',
    'reading-chosen': t`An officer chose the reading.`,
    'commitment-joined': t`A commitment was joined.`,
    'commitment-changed': t`A commitment was changed.`,
    'good-time-lost': t`It was decided what of the good time is lost.`,
  }
  return <>{words[cause]}</>
}
