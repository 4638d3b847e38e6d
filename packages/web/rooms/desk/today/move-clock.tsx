import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { setOfficeNow } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './today.module.css'

/** In the demonstration the office can be moved to a later day, so that a sentence is seen to its last. */
export function MoveClock() {
  const { t } = useLingui()
  const client = useQueryClient()
  const move = useMutation({
    mutationFn: (days: number) => answer(api.POST('/api/platform/demonstration-clock', { body: { days } })),
    onSuccess: async ({ officeNow }) => {
      setOfficeNow(officeNow)
      await client.invalidateQueries()
    },
  })
  return (
    <section aria-label={t`The demonstration's clock`} className={`${css.clock} not-printed`}>
      <span>
        <Trans>Days pass here when you say so: work days can be ticked only when they have come.</Trans>
      </span>
      <Button type="button" outline disabled={move.isPending} onClick={() => move.mutate(1)}>
        <Trans>Go to the next day</Trans>
      </Button>
      <Button type="button" outline disabled={move.isPending} onClick={() => move.mutate(7)}>
        <Trans>Go a week on</Trans>
      </Button>
      {move.isError && <Trouble error={move.error} />}
    </section>
  )
}
