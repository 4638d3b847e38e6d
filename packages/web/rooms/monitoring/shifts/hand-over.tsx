import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { area, choice, Form, FormField, select, useForm } from '../../../parts/form/index.ts'
import { kindWords } from '../parts/kind-words.ts'
import { howMany, OpenThings } from './open-things.tsx'
import css from './shifts.module.css'
import { type Board, boardKey, type Open, type Post } from './use-board.ts'

const nobody = 'nobody'

/** Takes a post over: reads what was left, says whom one relieves and what was said. */
export function TakeOver({ board, post, onClose }: { board: Board; post: Post; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const there = board.present.filter((each) => each.post === post)
  const unread = board.notes.filter((note) => note.post === post && note.takenAt === null)
  const form = useForm({
    name: 'take-over',
    about: post,
    fields: {
      relieves: select({
        label: t`Whom do you relieve?`,
        required: true,
        options: [
          ...there.map((each) => ({ value: each.id, label: each.name })),
          { value: nobody, label: t`Nobody: I come besides, or the post is empty` },
        ],
      }),
      note: area({
        label: t`What was said at the hand-over`,
        hint: t`Needed where the other one has written no note.`,
        most: 2000,
        lines: 3,
      }),
    },
    record: { relieves: there.length === 1 ? there[0]!.id : nobody },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/take-over', {
        body: { post, relieves: values.relieves === nobody ? null : values.relieves, note: values.note },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  const relieved = there.find((each) => each.id === form.typed.relieves)
  return (
    <>
      {unread.map((note) => (
        <article key={note.id} className={css.part}>
          <p className={css.note}>{note.note}</p>
          <p className={css.soft}>
            {note.by}, <Moment at={note.writtenAt} />
          </p>
        </article>
      ))}
      <Form form={form} action={t`Take over`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="relieves" />
        <Held alarms={heldBy(board.open, relieved?.accountId)}>
          <Trans>You take these alarms with the post:</Trans>
        </Held>
        <FormField form={form} name="note" />
      </Form>
      <OpenNow open={board.open} />
    </>
  )
}

/** Writes the hand-over note, with what is open, and leaves the post where that is asked. */
export function HandOver({ open, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useLingui()
  const { account } = useSignedIn()
  const client = useQueryClient()
  const form = useForm({
    name: 'hand-over',
    fields: {
      note: area({
        label: t`What the next one must know`,
        hint: t`What is open is kept with the note by itself.`,
        required: true,
        most: 2000,
        lines: 5,
      }),
      leaves: choice({
        label: t`And then`,
        required: true,
        options: [
          { value: 'stays', label: t`I stay until somebody takes over` },
          { value: 'leaves', label: t`I leave the post now` },
        ],
      }),
    },
    record: { leaves: 'stays' },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/hand-over', {
        body: { note: values.note, leaves: values.leaves === 'leaves' },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <>
      <Form form={form} action={t`Keep note`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="note" />
        <FormField form={form} name="leaves" />
        {form.typed.leaves === 'leaves' && (
          <Held alarms={heldBy(open, account.id)}>
            <Trans>Nobody has these alarms then; each is to be acknowledged anew:</Trans>
          </Held>
        )}
      </Form>
      <OpenNow open={open} />
    </>
  )
}

type OpenAlarm = Open['alarms'][number]

const heldBy = ({ alarms }: Open, account: string | null | undefined): OpenAlarm[] =>
  alarms.filter(({ holderId }) => holderId !== null && holderId === account)

/** The alarms that go with a post, or are nobody's without it. */
function Held({ alarms, children }: { alarms: readonly OpenAlarm[]; children: ReactNode }) {
  const { i18n } = useLingui()
  if (alarms.length === 0) return null
  return (
    <div role="status">
      <p>{children}</p>
      <ul>
        {alarms.map(({ id, number, kind }) => (
          <li key={id}>
            <Trans>
              Alarm {number}: {i18n._(kindWords[kind] ?? { id: kind })}
            </Trans>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is open stands under the form: its links are no stops on the way to the first field. */
function OpenNow({ open }: { open: Open }) {
  const now = useOfficeNow()
  return (
    <>
      <h3>
        <Trans>Open now: {howMany(open)}</Trans>
      </h3>
      <OpenThings open={open} at={now} />
    </>
  )
}

const Cancel = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Cancel</Trans>
  </Button>
)
