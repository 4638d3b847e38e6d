import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EndWayIn } from '../parts/end-way-in.tsx'
import { SetUp } from '../parts/set-up.tsx'
import { doorNames, equipmentKey, type Forwarder, type MadeWayIn, optionsOf } from '../parts/words.ts'
import css from './forwarders.module.css'

/** Senders of many units' messages: a Traccar server, a vendor's feed. */
export function Forwarders() {
  const { t } = useLingui()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<MadeWayIn>()
  const query = useQuery({
    queryKey: equipmentKey.forwarders,
    queryFn: () => answer(api.GET('/api/equipment/forwarders')),
  })
  useLiveQuery(['equipment.credential-changed'], equipmentKey.forwarders)
  const close = () => {
    setAdding(false)
    setMade(undefined)
  }
  return (
    <Page
      title={t`Forwarders`}
      lead={
        <Trans>
          A server or a vendor’s feed that sends the messages of many units and names them by serial number.
        </Trans>
      }
      actions={
        <Button type="button" onClick={() => setAdding(true)}>
          <Trans>Let a forwarder in</Trans>
        </Button>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the forwarders…`}</p>}
      {query.data?.forwarders.length === 0 && (
        <Empty title={t`No forwarder gets in`}>
          <Trans>Units that report by themselves need none: they have ways in of their own.</Trans>
        </Empty>
      )}
      <ul>
        {query.data?.forwarders.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {adding && (
        <Dialog title={made ? t`Set up the forwarder` : t`Let a forwarder in`} onClose={close} width="wide">
          {made ? (
            <>
              <SetUp made={made} />
              <p>
                <Button type="button" onClick={close}>
                  <Trans>I have set it up</Trans>
                </Button>
              </p>
            </>
          ) : (
            <LetIn onMade={setMade} />
          )}
        </Dialog>
      )}
    </Page>
  )
}

function Line({ one }: { one: Forwarder }) {
  const { t, i18n } = useLingui()
  const [ending, setEnding] = useState(false)
  return (
    <li className={css.row}>
      <span className={css.name}>
        <strong>{one.name}</strong> {i18n._(doorNames[one.door])} <code>…{one.hint}</code>
      </span>
      {one.endedAt === null ? (
        <Status tone="settled">{t`gets in`}</Status>
      ) : (
        <Status tone="over">
          {t`ended`} <Moment at={one.endedAt} />, {one.endedBecause}
        </Status>
      )}
      <span className={css.soft}>
        <Moment at={one.madeAt} /> · {one.madeBy}
      </span>
      {one.endedAt === null && (
        <Button type="button" unstyled aria-label={t`End ${one.name}`} onClick={() => setEnding(true)}>
          <Trans>End</Trans>
        </Button>
      )}
      {ending && (
        <EndWayIn credentialId={one.id} title={t`End ${one.name}?`} onClose={() => setEnding(false)} />
      )}
    </li>
  )
}

const fields = {
  name: text({ label: msg`Name`, hint: msg`As people here call it.`, required: true, most: 80 }),
  door: choice({
    label: msg`What it speaks`,
    required: true,
    options: optionsOf(['traccar', 'json'] as const, doorNames),
  }),
}

function LetIn({ onMade }: { onMade: (made: MadeWayIn) => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'let-forwarder-in',
    fields,
    submit: ({ values, attempt }) => api.POST('/api/equipment/forwarders', { body: values, ...attempt }),
    onDone: async (made) => {
      onMade(made)
      await client.invalidateQueries({ queryKey: equipmentKey.forwarders })
    },
  })
  return (
    <Form form={form} action={t`Let in`}>
      <FormField form={form} name="name" />
      <FormField form={form} name="door" />
    </Form>
  )
}
