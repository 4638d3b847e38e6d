import { Trans } from '@lingui/react/macro'

/** First stop of the keyboard: past banner and rooms, to the matter. */
export function SkipLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page; only the address must not change.
    <a
      className="usa-skipnav not-printed"
      href="#matter"
      onClick={(event) => {
        // The address stays as it is: it holds the filters of lists.
        event.preventDefault()
        document.getElementById('matter')?.focus()
      }}
    >
      <Trans>Skip to the page</Trans>
    </a>
  )
}
