import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useRef } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { keys, type Lounge } from '../queries.ts'
import css from './lounge.module.css'

// Where the stream is lost the board still follows; it must never show an order that is minutes old.
const askedEach = 20_000

/**
 * The order for a screen in the lounge (WAP-BOOK.3): first name and initial, nothing else of anybody. Full screen it
 * stands alone, without the frame of the staff.
 */
export function LoungeScreen() {
  const { t } = useLingui()
  const board = useRef<HTMLDivElement>(null)
  const query = useQuery({
    queryKey: keys.lounge,
    queryFn: () => answer(api.GET('/api/intake/lounge')),
    refetchInterval: askedEach,
  })
  useLiveQuery(['intake.*'], keys.lounge)
  return (
    <Page
      title={t`Lounge screen`}
      lead={<Trans>Shows first names with an initial. Put it on the screen in the lounge.</Trans>}
      actions={
        <Button type="button" onClick={() => void board.current?.requestFullscreen()}>
          <Trans>Show full screen</Trans>
        </Button>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the order…`}</p>}
      <div ref={board} className={css.board}>
        {query.data && <Board lounge={query.data} />}
      </div>
    </Page>
  )
}

function Board({ lounge }: { lounge: Lounge }) {
  const { t } = useLingui()
  return (
    <>
      <section aria-labelledby="called" className={css.called} aria-live="polite">
        <h2 id="called">
          <Trans>Please come to intake</Trans>
        </h2>
        {lounge.called.length === 0 ? (
          <p className={css.nobody}>
            <Trans>Please wait to be called.</Trans>
          </p>
        ) : (
          <ul>
            {lounge.called.map(({ id, name }) => (
              <li key={id} className={css.name}>
                {name}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="next" className={css.waiting}>
        <h2 id="next">
          <Trans>Next, in this order</Trans>
        </h2>
        {lounge.waiting.length === 0 ? (
          <p className={css.nobody}>{t`Nobody is waiting.`}</p>
        ) : (
          <ol>
            {lounge.waiting.map(({ id, name }, place) => (
              <li key={id} className={css.name}>
                <span className={css.place}>{place + 1}</span> {name}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}
