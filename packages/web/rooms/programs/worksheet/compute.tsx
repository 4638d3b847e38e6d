import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import type { WorksheetPage } from './use-worksheet.ts'

/** Computes the worksheet and keeps it. What the papers leave open is then shown on the page itself. */
export function Compute({ id, page }: { id: string; page: WorksheetPage }) {
  const may = useMay()
  const client = useQueryClient()
  const compute = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/programs/enrolments/{id}/worksheet', {
          params: { path: { id } },
          body: {},
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  if (!may('worksheet.compute')) return null
  return (
    <Button type="button" disabled={compute.isPending} onClick={() => compute.mutate()}>
      {page.current ? <Trans>Compute again</Trans> : <Trans>Compute worksheet</Trans>}
    </Button>
  )
}
