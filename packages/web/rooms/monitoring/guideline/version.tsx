import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { ActButton } from '../../intake/parts/act-button.tsx'
import css from './guideline.module.css'
import { guidelinesKey, type Version } from './use-guidelines.ts'

/** A version: what became of it, who entered and who approved it, and what can be done with it. */
export function VersionHead({ version, children }: { version: Version; children?: ReactNode }) {
  return (
    <>
      <div>
        <strong>
          <Trans>Version {version.number}</Trans>
        </strong>{' '}
        <VersionState version={version} />
      </div>
      {children}
      <p className={css.soft}>
        “{version.reason}” ·{' '}
        <Trans context="version">
          entered by {version.enteredByName}, <Moment at={version.enteredAt} />
        </Trans>
        {version.approvedAt && (
          <>
            {' · '}
            <Trans>
              approved by {version.approvedByName} ({version.approvalClause}),{' '}
              <Moment at={version.approvedAt} />
            </Trans>
          </>
        )}
        {version.withdrawnAt && (
          <>
            {' · '}
            <Trans>
              withdrawn by {version.withdrawnByName}, <Moment at={version.withdrawnAt} />:{' '}
              {version.withdrawalReason}
            </Trans>
          </>
        )}
      </p>
      <Deciding version={version} />
    </>
  )
}

function VersionState({ version }: { version: Version }) {
  const { t } = useLingui()
  if (version.state === 'withdrawn') return <Status tone="over">{t`Withdrawn`}</Status>
  if (version.state === 'waiting') return <Status tone="waiting">{t`Waits for approval`}</Status>
  if (version.applies) return <Status tone="settled">{t`Applies`}</Status>
  return (
    <Status tone="plain">
      {version.effectiveAt && (
        <Trans>
          Approved, from <Moment at={version.effectiveAt} />
        </Trans>
      )}
    </Status>
  )
}

function Deciding({ version }: { version: Version }) {
  const { t } = useLingui()
  const may = useMay()
  const [withdrawing, setWithdrawing] = useState(false)
  const isOwn = useSignedIn().account.id === version.enteredBy
  if (version.state === 'withdrawn') return null
  const waits = version.state === 'waiting'
  return (
    <div className={`${css.buttons} not-printed`}>
      {waits && may('guideline.approve') && !isOwn && (
        <ActButton
          label={t`Approve version ${version.number}`}
          renews={[guidelinesKey]}
          send={(headers) =>
            api.POST('/api/monitoring/guidelines/{id}/approve', {
              params: { path: { id: version.id } },
              body: {},
              headers,
            })
          }
        >
          <Trans>Approve version</Trans>
        </ActButton>
      )}
      {waits && isOwn && (
        <p className={css.soft}>
          <Trans>You entered it, so another named officer approves it (EMP-7.3).</Trans>
        </p>
      )}
      {may('guideline.enter') && (
        <Button
          type="button"
          outline
          aria-label={t`Withdraw version ${version.number}`}
          onClick={() => setWithdrawing(true)}
        >
          <Trans>Withdraw version</Trans>
        </Button>
      )}
      {withdrawing && (
        <Dialog title={t`Withdraw version ${version.number}`} onClose={() => setWithdrawing(false)}>
          <Withdraw version={version} onClose={() => setWithdrawing(false)} />
        </Dialog>
      )}
    </div>
  )
}

function Withdraw({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'withdraw-guideline',
    about: version.id,
    fields: { reason: area({ label: t`Why`, required: true, most: 500, lines: 2 }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/guidelines/{id}/withdraw', {
        params: { path: { id: version.id } },
        body: values,
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: guidelinesKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Withdraw version`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      {version.applies && (
        <p>
          <Trans>
            It stops at once, and what applied before it applies again. Open alarms keep the protocol they
            were opened with.
          </Trans>
        </p>
      )}
      <FormField form={form} name="reason" />
    </Form>
  )
}
