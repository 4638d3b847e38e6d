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
import { area, Form, FormField, ticks, useForm } from '../../../parts/form/index.ts'
import { type DetentionPage, detentionKey, type TermsPage } from '../parts/detention-words.ts'
import { leaveKindNames } from '../parts/words.ts'
import css from './detention.module.css'

type Kinds = TermsPage['absenceKinds'][number]
const kinds = Object.entries(leaveKindNames).map(([value, label]) => ({
  value: value as Kinds['kinds'][number],
  label,
}))

type AbsencesProps = { id: string; page: DetentionPage; terms: TermsPage }

/** The kinds of absence open to the person, set from offense, terms and conditions (EMP-1.5). */
export function Absences({ id, page, terms }: AbsencesProps) {
  const { t } = useLingui()
  const may = useMay()
  const [setting, setSetting] = useState(false)
  const [now, ...earlier] = terms.absenceKinds
  return (
    <section aria-labelledby="absences" className={css.part}>
      <h2 id="absences">
        <Trans>Absences open to this person</Trans>
      </h2>
      {now ? <Shown one={now} /> : <p className={css.soft}>{t`Nobody has set them yet.`}</p>}
      <Because clause="EMP-1.5" told>
        <Trans>They are set for the person from offense, terms and conditions.</Trans>
      </Because>
      {earlier.length > 0 && (
        <details>
          <summary>{t`${earlier.length} before`}</summary>
          {earlier.map((one) => (
            <Shown key={one.number} one={one} />
          ))}
        </details>
      )}
      {may('home.write') && page.canChange && (
        <p>
          <Button type="button" outline onClick={() => setSetting(true)}>
            <Trans>Set the kinds</Trans>
          </Button>
        </p>
      )}
      {setting && (
        <Dialog title={t`Absences open to this person`} onClose={() => setSetting(false)}>
          <SetKinds id={id} now={now} onDone={() => setSetting(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Shown({ one }: { one: Kinds }) {
  const { t, i18n } = useLingui()
  return (
    <div className={css.row}>
      {one.kinds.length === 0 ? (
        <p>{t`None: no absence is open but those the office orders.`}</p>
      ) : (
        <p>{one.kinds.map((kind) => i18n._(leaveKindNames[kind])).join(', ')}</p>
      )}
      <p className={css.soft}>
        <Moment at={one.setAt} /> · {one.setBy} · {one.why}
      </p>
    </div>
  )
}

function SetKinds({ id, now, onDone }: { id: string; now: Kinds | undefined; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'set-absence-kinds',
    about: id,
    fields: {
      kinds: ticks({ label: msg`Kinds of absence`, hint: msg`None ticked: none is open.`, options: kinds }),
      why: area({ label: msg`From what this follows`, required: true, most: 1000, lines: 2 }),
    },
    record: { kinds: now?.kinds ?? [], version: now?.number ?? 0 },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/home/enrolments/{id}/absence-kinds', {
        params: { path: { id } },
        body: { ...values, version: record.version ?? now?.number ?? 0 },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Set kinds`}>
      <FormField form={form} name="kinds" />
      <FormField form={form} name="why" />
    </Form>
  )
}
