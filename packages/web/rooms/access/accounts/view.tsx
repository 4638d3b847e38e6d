import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { roleNames } from '../../../app/roles.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import type { Account } from './account.ts'
import css from './accounts.module.css'
import { ChangeAccount } from './change-account.tsx'
import { OpenAccount } from './open-account.tsx'
import { ReleaseAccount } from './release-account.tsx'
import { ResetPassword } from './reset-password.tsx'

const key = ['access', 'accounts']

type Doing = { what: 'open' } | { what: 'change' | 'reset' | 'release'; account: Account }

/** The accounts of the office: locked ones first, each with what may be done about it. */
export function Accounts() {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing | null>(null)
  const query = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/access/accounts')) })
  useLiveQuery(['access.*'], key)
  const close = async () => {
    setDoing(null)
    await client.invalidateQueries({ queryKey: key })
  }
  return (
    <Page
      title={t`Accounts`}
      lead={t`Five bad tries in 15 minutes lock an account until a supervisor releases it.`}
      actions={
        may('account.manage') && (
          <Button type="button" onClick={() => setDoing({ what: 'open' })}>
            <Trans>Open account</Trans>
          </Button>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the accounts…`}</p>}
      <ul className={css.accounts}>
        {query.data?.accounts.map((account) => (
          <Line key={account.id} account={account} onDo={(what) => setDoing({ what, account })} />
        ))}
      </ul>
      {doing?.what === 'open' && (
        <Dialog title={t`Open account`} onClose={() => setDoing(null)}>
          <OpenAccount onDone={close} />
        </Dialog>
      )}
      {doing?.what === 'change' && (
        <Dialog title={t`Change account ${doing.account.username}`} onClose={() => setDoing(null)}>
          <ChangeAccount account={doing.account} onDone={close} />
        </Dialog>
      )}
      {doing?.what === 'reset' && (
        <Dialog title={t`New password for ${doing.account.username}`} onClose={() => setDoing(null)}>
          <ResetPassword account={doing.account} onDone={close} />
        </Dialog>
      )}
      {doing?.what === 'release' && (
        <Dialog title={t`Release ${doing.account.username}`} onClose={() => setDoing(null)}>
          <ReleaseAccount account={doing.account} onDone={close} />
        </Dialog>
      )}
    </Page>
  )
}

function Line({ account, onDo }: { account: Account; onDo: (what: 'change' | 'reset' | 'release') => void }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const own = useSignedIn().account.id === account.id
  return (
    <li className={css.account}>
      <div>
        <strong>{account.displayName}</strong> <span className={css.soft}>{account.username}</span>
        <p className={css.soft}>
          {account.roles.map((role) => i18n._(roleNames[role])).join(', ') || t`no role`}
        </p>
        <Changes room="access" record="account" id={account.id} />
      </div>
      <div>
        {account.lockedAt && (
          <Status tone="now">
            <Trans>
              Locked since <Moment at={account.lockedAt} />
            </Trans>
          </Status>
        )}
        {account.endsAt && <Status tone="over">{t({ message: 'Ended', context: 'account' })}</Status>}
        {!account.lockedAt && !account.endsAt && (
          <Status tone={account.hasSecondFactor ? 'settled' : 'waiting'}>
            {account.hasSecondFactor ? t`Second factor set` : t`No second factor`}
          </Status>
        )}
      </div>
      <div className={css.actions}>
        {account.lockedAt && !own && (
          <Button
            type="button"
            onClick={() => onDo('release')}
            aria-label={t`Release account ${account.username}`}
          >
            <Trans>Release account</Trans>
          </Button>
        )}
        {may('account.manage') && !own && (
          <>
            <Button
              type="button"
              outline
              onClick={() => onDo('change')}
              aria-label={t`Change ${account.username}`}
            >
              <Trans>Change</Trans>
            </Button>
            <Button
              type="button"
              outline
              onClick={() => onDo('reset')}
              aria-label={t`New password for ${account.username}`}
            >
              <Trans>New password</Trans>
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
