import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer, Refused } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import { type RankedSite, type SchedulePage, workKey } from '../parts/words.ts'
import css from './schedule.module.css'

/** WAP-P5.1: whether the person can get to a site is asked of them, and kept with what was asked. */
export function ReachAnswer({ page, site }: { page: SchedulePage; site: RankedSite }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const words = useTroubleWords()
  const [refused, setRefused] = useState<string>()
  const { asked, version } = page.circumstances
  const known = asked.reach.find(({ siteId }) => siteId === site.siteId)?.can
  const say = async (can: boolean): Promise<void> => {
    const reach = [
      ...asked.reach.filter(({ siteId }) => siteId !== site.siteId),
      { siteId: site.siteId, can },
    ]
    try {
      await answer(
        api.POST('/api/work-release/enrolments/{id}/circumstances', {
          params: { path: { id: page.enrolmentId } },
          body: { ...asked, reach, version },
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      )
      setRefused(undefined)
    } catch (error) {
      setRefused(words(error instanceof Refused ? error.problem : undefined))
    }
    await client.invalidateQueries({ queryKey: workKey.schedule(page.enrolmentId) })
  }
  if (!may('schedule.write')) return known === undefined ? t`not asked` : known ? t`yes` : t`no`
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons in a cell, named together.
    <span className={css.answer} role="group" aria-label={t`Can the person get to ${site.name}?`}>
      <Button type="button" unstyled aria-pressed={known === true} onClick={() => void say(true)}>
        <Trans>Yes</Trans>
      </Button>
      <Button type="button" unstyled aria-pressed={known === false} onClick={() => void say(false)}>
        <Trans>No</Trans>
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </span>
  )
}
