import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { OpenThings } from './open-things.tsx'
import css from './shifts.module.css'
import type { Board, Note } from './use-board.ts'

/** Hand-over notes that nobody has read: whoever comes looks for them first, ahead of the plan. */
export function UnreadNotes({ board }: { board: Board }) {
  const unread = board.notes.filter(({ takenAt }) => takenAt === null)
  if (unread.length === 0) return null
  return (
    <section aria-labelledby="unread-notes" className={css.part}>
      <h2 id="unread-notes">
        <Trans>Hand-over notes to read</Trans>
      </h2>
      <NoteList notes={unread} />
    </section>
  )
}

/** Hand-over notes that were read. */
export function Notes({ board }: { board: Board }) {
  const { t } = useLingui()
  const read = board.notes.filter(({ takenAt }) => takenAt !== null)
  if (read.length === 0 && board.notes.length > 0) return null
  return (
    <section aria-labelledby="notes" className={css.part}>
      <h2 id="notes">
        <Trans>Hand-over notes</Trans>
      </h2>
      {read.length === 0 && (
        <Empty title={t`No note yet`}>
          <Trans>Who hands a post over writes one; what is open then is kept with it.</Trans>
        </Empty>
      )}
      <NoteList notes={read} />
    </section>
  )
}

function NoteList({ notes }: { notes: readonly Note[] }) {
  return (
    <ul className={css.people}>
      {notes.map((note) => (
        <li key={note.id}>
          <OneNote note={note} />
        </li>
      ))}
    </ul>
  )
}

function OneNote({ note }: { note: Note }) {
  const { t } = useLingui()
  const open = note.open.alarms.length + note.open.helpRequests.length
  return (
    <>
      <p className={css.note}>{note.note}</p>
      <p className={css.soft}>
        {note.by} ({note.post === 'supervisor' ? t`supervisor` : t`operator`}), <Moment at={note.writtenAt} />
        {' · '}
        {note.takenAt ? (
          <Trans>
            read by {note.takenBy}, <Moment at={note.takenAt} />
          </Trans>
        ) : (
          <Status tone="waiting">{t`Read by nobody yet`}</Status>
        )}
      </p>
      <details>
        <summary>
          <Trans>What was open then ({open})</Trans>
        </summary>
        <OpenThings open={note.open} at={note.writtenAt} />
      </details>
    </>
  )
}
