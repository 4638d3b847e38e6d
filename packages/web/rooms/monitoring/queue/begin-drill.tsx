import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import type { DrillKind } from '../alarm/words.ts'
import { AboutWhom, whomIn } from '../help/about-whom.tsx'
import { alarmKindWords } from '../parts/kind-words.ts'

const fields = {
  kind: select({
    label: msg`What happens in the drill`,
    required: true,
    options: Object.entries(alarmKindWords).map(([value, label]) => ({ value: value as DrillKind, label })),
  }),
  /** A person as `AboutWhom` writes one. */
  whom: text({ label: msg`Whom it is about`, most: 1000 }),
  story: area({ label: msg`What the operators are told`, required: true, most: 500, lines: 3 }),
}

/** A supervisor begins a drill: it runs its clocks like an alarm, is marked as one everywhere, and reaches nobody outside. */
export function BeginDrill({ onBegun }: { onBegun: (id: string) => void }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="button" outline onClick={() => setOpen(true)}>
        <Trans>Begin drill</Trans>
      </Button>
      {open && (
        <Dialog title={t`Begin a drill`} onClose={() => setOpen(false)}>
          <DrillForm
            onClose={() => setOpen(false)}
            onBegun={(id) => {
              setOpen(false)
              onBegun(id)
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function DrillForm({ onBegun, onClose }: { onBegun: (id: string) => void; onClose: () => void }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'begin-drill',
    fields,
    submit: ({ values: { whom, ...values }, attempt }) =>
      api.POST('/api/monitoring/drills', {
        body: { ...values, personId: whomIn(whom)?.id ?? null },
        ...attempt,
      }),
    onDone: ({ id }) => onBegun(id),
  })
  return (
    <Form
      form={form}
      action={t`Begin drill`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormField form={form} name="kind" />
      <AboutWhom typed={form.typed.whom} onPut={(whom) => form.put('whom', whom)} />
      <FormField form={form} name="story" />
    </Form>
  )
}
