import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { Temporal } from 'temporal-polyfill'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import css from './help.module.css'

export type HelpRequest =
  paths['/api/monitoring/help']['get']['responses']['200']['content']['application/json']['requests'][number]

export const helpKey = ['monitoring', 'help'] as const

export const helpKindWords: Record<HelpRequest['kind'], MessageDescriptor> = {
  'where-somebody-is': msg`Where somebody is`,
  'about-an-alarm': msg`About an alarm`,
  equipment: msg`Equipment`,
  'zone-or-hours': msg`Zone or hours`,
  'record-or-report': msg`Record or report`,
  other: msg`Something else`,
}

/** The log as a list. `onAnswer` opens the form, for who may answer. */
export const helpListing = (onAnswer?: (request: HelpRequest) => void): Listing<HelpRequest> => ({
  name: 'help-log',
  title: msg`Requests for help`,
  rowKey: (request) => request.id,
  filters: [
    {
      key: 'state',
      label: msg`State`,
      as: 'choice',
      options: [
        { value: 'open', label: msg`Open` },
        { value: 'answered', label: msg`Answered` },
      ],
    },
    {
      key: 'kind',
      label: msg`Kind`,
      as: 'choice',
      options: Object.entries(helpKindWords).map(([value, label]) => ({ value, label })),
      passes: (request, value) => request.kind === value,
    },
    {
      key: 'q',
      label: msg`Caller or person`,
      as: 'text',
      passes: (request, part) => holds(`${request.caller} ${request.personName ?? ''}`, part),
    },
    { key: 'from', label: msg`From`, as: 'day' },
    { key: 'to', label: msg`To`, as: 'day' },
  ],
  columns: [
    {
      key: 'number',
      title: msg`Number`,
      cell: (request) => request.number,
      sort: (request) => request.number,
      align: 'end',
    },
    {
      key: 'called',
      title: msg`Called`,
      cell: (request) => <Moment at={request.calledAt} />,
      sort: (request) => request.calledAt,
    },
    {
      key: 'caller',
      title: msg`Caller`,
      cell: (request) => (
        <>
          {request.caller}
          {request.phone !== '' && <div className={css.soft}>{request.phone}</div>}
        </>
      ),
      sort: (request) => request.caller,
    },
    {
      key: 'request',
      title: msg`Request`,
      cell: (request) => <Asked request={request} />,
      sort: (request) => request.kind,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (request) => <State request={request} />,
      sort: (request) => request.answeredAt,
    },
    {
      key: 'answer',
      title: msg`Answer`,
      cell: (request) => <Answered request={request} {...(onAnswer ? { onAnswer } : {})} />,
    },
  ],
})

function Asked({ request }: { request: HelpRequest }) {
  const { i18n } = useLingui()
  return (
    <>
      <About request={request} />
      {request.request}
      <div className={css.soft}>
        {i18n._(helpKindWords[request.kind])}
        {' · '}
        <Trans>taken by {request.loggedByName}</Trans>
      </div>
    </>
  )
}

/** Whom it is about, with a way to the record for who may read it. */
function About({ request: { personId, personName } }: { request: HelpRequest }) {
  const may = useMay()
  if (!personId) return null
  return (
    <div>
      {may('person.read') ? (
        <Link to="/people/$id" params={{ id: personId }}>
          {personName}
        </Link>
      ) : (
        <strong>{personName}</strong>
      )}
    </div>
  )
}

function State({ request }: { request: HelpRequest }) {
  const { t } = useLingui()
  if (request.answeredAt)
    return request.late ? (
      <Status tone="waiting">{t`Answered late`}</Status>
    ) : (
      <Status tone="settled">{t`Answered in time`}</Status>
    )
  return <TimeLeft dueAt={request.dueAt} />
}

/** Minutes until it is to be answered, counted on the office's clock. */
function TimeLeft({ dueAt }: { dueAt: string }) {
  const { t } = useLingui()
  const now = Temporal.Instant.from(useOfficeNow())
  const minutes = Math.ceil(now.until(Temporal.Instant.from(dueAt)).total('minutes'))
  if (minutes > 0)
    return (
      <Status tone="waiting">{t`Open: ${plural(minutes, { one: '# min left', other: '# min left' })}`}</Status>
    )
  const over = Math.abs(minutes)
  return <Status tone="now">{t`Open: late by ${over} min`}</Status>
}

function Answered({
  request,
  onAnswer,
}: {
  request: HelpRequest
  onAnswer?: (request: HelpRequest) => void
}) {
  const { t } = useLingui()
  if (request.answeredAt)
    return (
      <>
        {request.answer}
        <div className={css.soft}>
          {request.answeredByName}, <Moment at={request.answeredAt} />
        </div>
      </>
    )
  return onAnswer ? (
    <Button
      type="button"
      outline
      aria-label={t`Answer request ${request.number}`}
      onClick={() => onAnswer(request)}
    >
      <Trans>Answer</Trans>
    </Button>
  ) : null
}
