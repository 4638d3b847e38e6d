import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { type DetentionPage, detentionKey } from '../parts/detention-words.ts'
import { EndForm } from '../parts/end-form.tsx'
import css from './detention.module.css'

type Act = 'give' | 'wait' | 'free'

/** The place in the program: free ones, held, waited for (EMP-0.8, EMP-2.4). */
export function Slot({ id, page }: { id: string; page: DetentionPage }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [open, setOpen] = useState<Act>()
  const close = () => setOpen(undefined)
  const after = async () => {
    close()
    await client.invalidateQueries({ queryKey: detentionKey.all })
  }
  const { slot } = page
  return (
    <section aria-labelledby="slot" className={css.part}>
      <h2 id="slot">
        <Trans>Place in the program</Trans>
      </h2>
      <Standing page={page} />
      {may('home.write') && page.canChange && (
        <p className={css.acts}>
          {slot?.state !== 'held' && (
            <Button type="button" onClick={() => setOpen('give')}>
              <Trans>Give a place</Trans>
            </Button>
          )}
          {!slot && (
            <Button type="button" outline onClick={() => setOpen('wait')}>
              <Trans>Put on the waiting list</Trans>
            </Button>
          )}
          {slot && page.units.length === 0 && (
            <Button type="button" outline onClick={() => setOpen('free')}>
              {slot.state === 'held' ? (
                <Trans>Give the place back</Trans>
              ) : (
                <Trans>Take off the waiting list</Trans>
              )}
            </Button>
          )}
        </p>
      )}
      {(open === 'give' || open === 'wait') && (
        <Dialog title={open === 'give' ? t`Give a place` : t`Put on the waiting list`} onClose={close}>
          {open === 'give' ? <Give id={id} onDone={after} /> : <Wait id={id} onDone={after} />}
        </Dialog>
      )}
      {open === 'free' && (
        <EndForm
          title={slot?.state === 'held' ? t`Give the place back?` : t`Take off the waiting list?`}
          action={slot?.state === 'held' ? t`Give back place` : t`Take off the list`}
          name="free-slot"
          about={id}
          submit={(reason, attempt) =>
            api.POST('/api/home/enrolments/{id}/slot/free', {
              params: { path: { id } },
              body: { reason },
              ...attempt,
            })
          }
          onDone={() => void after()}
          onClose={close}
        />
      )}
    </section>
  )
}

function Standing({ page }: { page: DetentionPage }) {
  const { t } = useLingui()
  const { slot, capacity } = page
  return (
    <>
      {slot?.state === 'held' && slot.givenAt && (
        <p>
          <Status tone="settled">{t`held`}</Status>{' '}
          <Trans>
            since <Moment at={slot.givenAt} />
          </Trans>
          {slot.outOfTurn !== '' && <span className={css.soft}> {slot.outOfTurn}</span>}
        </p>
      )}
      {slot?.state === 'waiting' && (
        <p>
          <Status tone="waiting">{t`waits`}</Status>{' '}
          <Trans>
            since <Moment at={slot.askedAt} />
          </Trans>
          , <Plural value={slot.ahead} _0="nobody waits longer" one="# waits longer" other="# wait longer" />
          {slot.note !== '' && <span className={css.soft}> {slot.note}</span>}
        </p>
      )}
      {!slot && <p>{t`No place is held, and nobody has asked for one.`}</p>}
      {capacity.free !== null && capacity.capacity !== null && (
        <Because clause={capacity.clause} told>
          {t`${capacity.free} of ${capacity.capacity} places are free`}
        </Because>
      )}
    </>
  )
}

const giveFields = {
  outOfTurn: area({
    label: msg`Why before others who wait longer`,
    hint: msg`Left empty where nobody waits longer.`,
    most: 500,
    lines: 2,
  }),
}

function Give({ id, onDone }: { id: string; onDone: () => Promise<void> }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'give-slot',
    about: id,
    fields: giveFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/slot/give', { params: { path: { id } }, body: values, ...attempt }),
    onDone: () => void onDone(),
  })
  return (
    <Form form={form} action={t`Give place`}>
      <FormField form={form} name="outOfTurn" />
    </Form>
  )
}

const waitFields = { note: area({ label: msg`Note`, most: 500, lines: 2 }) }

function Wait({ id, onDone }: { id: string; onDone: () => Promise<void> }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'ask-slot',
    about: id,
    fields: waitFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/slot/ask', { params: { path: { id } }, body: values, ...attempt }),
    onDone: () => void onDone(),
  })
  return (
    <Form form={form} action={t`Put on the list`}>
      <FormField form={form} name="note" />
    </Form>
  )
}
