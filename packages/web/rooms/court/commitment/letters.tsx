import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { Commitment } from '../parts/types.ts'
import css from './commitment.module.css'

/** What the court was asked, whether it answered, and the letters themselves. */
export function Letters({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <section aria-labelledby="letters" className={css.part}>
      <h2 id="letters">
        <Trans>Asked from the court</Trans>
      </h2>
      {commitment.requests.length === 0 && commitment.letters.length === 0 && (
        <Empty title={t`Nothing was asked`}>
          <Trans>What the checklist says is missing can be asked with one button.</Trans>
        </Empty>
      )}
      <ul className={css.rows}>
        {commitment.requests.map((request) => (
          <li key={request.id}>
            {request.answeredAt ? (
              <Status tone="settled">
                <Trans>
                  answered <Moment at={request.answeredAt} />
                </Trans>
              </Status>
            ) : (
              <Status tone="waiting">{t`not answered yet`}</Status>
            )}{' '}
            {request.items.map(({ words }) => said(words)).join('; ')}{' '}
            <span className={css.soft}>
              <Trans>
                asked by {request.askedBy} on <Moment at={request.askedAt} />
              </Trans>
            </span>
            {request.note !== '' && <p className={css.soft}>“{request.note}”</p>}
          </li>
        ))}
      </ul>
      <ul className={css.rows}>
        {commitment.letters.map((letter) => (
          <li key={letter.documentId}>
            <Letter letter={letter} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Letter({ letter }: { letter: Commitment['letters'][number] }) {
  if (letter.paperId) {
    return (
      <a href={`/api/platform/papers/${letter.paperId}`} target="_blank" rel="noreferrer">
        {letter.title}
      </a>
    )
  }
  return (
    <>
      {letter.title}{' '}
      {letter.failure ? (
        <Status tone="now">
          <Trans>could not be made: tell an administrator</Trans>
        </Status>
      ) : (
        <Status tone="waiting">
          <Trans>being made</Trans>
        </Status>
      )}
    </>
  )
}
