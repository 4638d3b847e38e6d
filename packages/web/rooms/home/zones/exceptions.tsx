import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, day, Form, FormField, FormRow, select, time, useForm } from '../../../parts/form/index.ts'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { EndForm } from '../parts/end-form.tsx'
import css from '../parts/home.module.css'
import { LocalSpan } from '../parts/local-span.tsx'
import { homeKey, type ZoneException, type ZonesPage } from '../parts/words.ts'

/** The dated exceptions of a person: meanwhile a zone does not bind (EMP-8.3). */
export function Exceptions({ page }: { page: ZonesPage }) {
  const { t } = useLingui()
  const may = useMay()
  const [granting, setGranting] = useState(false)
  const [ending, setEnding] = useState<ZoneException>()
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: homeKey.zones(page.enrolmentId) })
  const zones = bindingZones(page)
  return (
    <section className={css.part} aria-labelledby="exceptions">
      <h2 id="exceptions">
        <Trans>Exceptions</Trans>
      </h2>
      <Because clause="EMP-8.3" own told>
        <Trans>
          An officer may let one zone not bind this person for a time, such as the person’s own school.
        </Trans>
      </Because>
      {page.exceptions.length === 0 ? (
        <p>{t`None was granted.`}</p>
      ) : (
        <ul>
          {page.exceptions.map((exception) => (
            <Line
              key={exception.id}
              exception={exception}
              onEnd={may('zone.write') ? () => setEnding(exception) : undefined}
            />
          ))}
        </ul>
      )}
      {may('zone.write') && !page.ended && zones.length > 0 && (
        <Button type="button" outline onClick={() => setGranting(true)}>
          <Trans>Grant an exception</Trans>
        </Button>
      )}
      {granting && (
        <Dialog title={t`Let a zone not bind for a time`} onClose={() => setGranting(false)}>
          <Grant
            page={page}
            zones={zones}
            onDone={async () => {
              setGranting(false)
              await renew()
            }}
          />
        </Dialog>
      )}
      {ending && (
        <EndForm
          title={t`End the exception to ${ending.zoneName}?`}
          action={t`End exception`}
          name="end-zone-exception"
          about={ending.id}
          submit={(because, attempt) =>
            api.POST('/api/home/zone-exceptions/{id}/end', {
              params: { path: { id: ending.id } },
              body: { because },
              ...attempt,
            })
          }
          onDone={async () => {
            setEnding(undefined)
            await renew()
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  )
}

const bindingZones = (page: ZonesPage) => [
  ...page.zones.map(({ id, name }) => ({ value: id, label: name })),
  ...page.sets.flatMap((set) =>
    set.zones.map(({ id, name }) => ({ value: id, label: `${set.name}: ${name}` })),
  ),
]

const states: Record<ZoneException['state'], { tone: Tone; words: ReturnType<typeof msg> }> = {
  'to-come': { tone: 'waiting', words: msg`to come` },
  running: { tone: 'settled', words: msg`holds now` },
  over: { tone: 'over', words: msg`over` },
}

function Line({ exception, onEnd }: { exception: ZoneException; onEnd: (() => void) | undefined }) {
  const { t, i18n } = useLingui()
  const { tone, words } = states[exception.state]
  return (
    <li>
      <Status tone={tone}>{i18n._(words)}</Status> <strong>{exception.zoneName}</strong>,{' '}
      <LocalSpan from={exception.from} to={exception.to} /> {exception.why}{' '}
      <span className={css.soft}>{t`Granted by ${exception.grantedBy}.`}</span>{' '}
      {exception.ended && (
        <span className={css.soft}>
          <Trans>
            Ended <Moment at={exception.ended.at} /> by {exception.ended.by}:
          </Trans>{' '}
          {exception.ended.because}
        </span>
      )}{' '}
      {onEnd && exception.state !== 'over' && (
        <Button type="button" unstyled onClick={onEnd} aria-label={t`End it, ${exception.zoneName}`}>
          <Trans>End it</Trans>
        </Button>
      )}
    </li>
  )
}

type GrantProps = {
  page: ZonesPage
  zones: readonly { value: string; label: string }[]
  onDone: () => void
}

function Grant({ page, zones, onDone }: GrantProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'grant-zone-exception',
    about: page.enrolmentId,
    fields: {
      zoneId: select({ label: msg`Zone`, required: true, options: zones }),
      fromDay: day({ label: msg`From`, required: true }),
      fromTime: time({ label: msg`at`, required: true }),
      toDay: day({ label: msg`To`, required: true, earliest: 'today' }),
      toTime: time({ label: msg`at`, required: true }),
      why: area({ label: msg`Why`, required: true, most: 500 }),
    },
    asked: { from: 'fromDay', to: 'toDay' },
    submit: ({ values: { zoneId, fromDay, fromTime, toDay, toTime, why }, attempt }) =>
      api.POST('/api/home/enrolments/{id}/zone-exceptions', {
        params: { path: { id: page.enrolmentId } },
        body: { zoneId, from: `${fromDay}T${fromTime}`, to: `${toDay}T${toTime}`, why },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Grant exception`}>
      <FormField form={form} name="zoneId" />
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="fromTime" />
      </FormRow>
      <FormRow>
        <FormField form={form} name="toDay" />
        <FormField form={form} name="toTime" />
      </FormRow>
      <FormField form={form} name="why" />
    </Form>
  )
}
