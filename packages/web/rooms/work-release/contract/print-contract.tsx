import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer, Refused } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import { MadePaper } from '../parts/made-paper.tsx'
import type { ContractPage } from '../parts/words.ts'
import css from './contract.module.css'

/** The contract as a paper: the one made with it, and another in either language when asked for. */
export function PrintContract({ page }: { page: ContractPage }) {
  const { t } = useLingui()
  const may = useMay()
  const words = useTroubleWords()
  const [asked, setAsked] = useState<string>()
  const [refused, setRefused] = useState<string>()
  const [newest] = page.versions
  if (!newest) return null
  const ask = async (language: 'en' | 'es'): Promise<void> => {
    try {
      const made = await answer(
        api.POST('/api/work-release/enrolments/{id}/contract/print', {
          params: { path: { id: page.enrolmentId } },
          body: { version: newest.version, language },
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      )
      setAsked(made.documentId)
      setRefused(undefined)
    } catch (error) {
      setRefused(words(error instanceof Refused ? error.problem : undefined))
    }
  }
  return (
    <section aria-labelledby="paper" className={css.part}>
      <h2 id="paper">
        <Trans>Paper</Trans>
      </h2>
      <p>
        <MadePaper documentId={newest.documentId}>
          <Trans>Print contract, version {newest.version}</Trans>
        </MadePaper>
      </p>
      <p className={css.soft}>
        <Trans>With the promise to appear, the way to the site and the reminders (a) to (g).</Trans>
      </p>
      {may('schedule.write') && (
        <p className={css.row}>
          <Button type="button" outline onClick={() => void ask('en')}>
            {t`Make it in English`}
          </Button>
          <Button type="button" outline onClick={() => void ask('es')}>
            {t`Make it in Spanish`}
          </Button>
        </p>
      )}
      <div role="status">
        {asked && (
          <MadePaper documentId={asked}>
            <Trans>Print the paper just made</Trans>
          </MadePaper>
        )}
        {refused}
      </div>
    </section>
  )
}
