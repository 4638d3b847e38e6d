import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import css from './paper.module.css'

export type PaperProps = {
  /** Address of the bytes: of the office, or of a file that is not sent yet. */
  src: string
  mediaType: string
  title: string
}

/** A scanned paper as it is: a PDF in the browser's own viewer, a picture that can be made larger and turned. */
export function Paper({ src, mediaType, title }: PaperProps) {
  return (
    <figure className={css.paper}>
      {mediaType === 'application/pdf' ? (
        <iframe className={css.pdf} src={`${src}#navpanes=0&view=FitH`} title={title} />
      ) : (
        <Picture src={src} title={title} />
      )}
      <figcaption className={css.caption}>
        <a href={src} target="_blank" rel="noreferrer">
          <Trans>Open in its own tab</Trans>
        </a>
      </figcaption>
    </figure>
  )
}

const quarter = 90

function Picture({ src, title }: { src: string; title: string }) {
  const { t } = useLingui()
  const [isLarge, setLarge] = useState(false)
  const [turn, setTurn] = useState(0)
  return (
    <>
      <div className={`${css.tools} not-printed`}>
        <Button type="button" unstyled aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          <Trans>Full size</Trans>
        </Button>
        <Button type="button" unstyled onClick={() => setTurn((turn + quarter) % 360)}>
          <Trans>Turn</Trans>
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={css.picture} tabIndex={0} aria-label={t`Picture of ${title}`}>
        <img
          src={src}
          alt={title}
          className={isLarge ? css.large : css.fitted}
          style={{ rotate: `${turn}deg` }}
        />
      </section>
    </>
  )
}

/** The paper on one side, staying in sight, and the fields on the other; one under the other on a phone. */
export function PaperBeside({ paper, children }: { paper: ReactNode; children: ReactNode }) {
  return (
    <div className={css.beside}>
      <div className={css.side}>{paper}</div>
      <div>{children}</div>
    </div>
  )
}
