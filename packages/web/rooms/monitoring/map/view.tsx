import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AskPurpose } from '../parts/ask-purpose.tsx'
import { LookingBar } from '../parts/looking-bar.tsx'
import { type Sitting, useSitting } from '../parts/sitting.ts'
import css from './map.module.css'
import { MomentSlider } from './moment-slider.tsx'
import { People } from './people-view.tsx'
import { askMap, mapKey, useMap } from './use-map.ts'

/** Everybody who wears a unit, on a map and in a table beside it, now or at a moment of the last day. */
export function LiveMap() {
  const { t } = useLingui()
  const sitting = useSitting()
  const client = useQueryClient()
  return (
    <Page title={t`Live map`}>
      {sitting ? (
        <Looked sitting={sitting} />
      ) : (
        <AskPurpose
          action={t`Show the map`}
          look={askMap}
          onLooked={(begun, data) => client.setQueryData(mapKey(begun, null), data)}
        />
      )}
    </Page>
  )
}

function Looked({ sitting }: { sitting: Sitting }) {
  const { t } = useLingui()
  const [at, setAt] = useState<string | null>(null)
  const { data, error, isPlaceholderData, refetch } = useMap(sitting, at)
  return (
    <>
      <LookingBar sitting={sitting}>
        {at === null && data && (
          <p role="status" className={css.asOf}>
            <Trans>
              As of <Moment at={data.asOf} />
            </Trans>
          </p>
        )}
      </LookingBar>
      <MomentSlider at={at} onMove={setAt} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p aria-busy="true">{t`Asking where everybody is…`}</p>}
      {data && (
        <div className={isPlaceholderData ? css.waiting : undefined} aria-busy={isPlaceholderData}>
          <People answer={data} sitting={sitting} isLive={at === null} />
        </div>
      )}
    </>
  )
}
