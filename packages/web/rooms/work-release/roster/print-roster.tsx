import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer, Refused } from '../../../api/problem.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import type { Roster } from '../parts/words.ts'

const askAgainMs = 2000

/** Asks for the roster as one sheet of paper with large boxes to tick, and leads to it once it is made. */
export function PrintRoster({ roster: { site, week } }: { roster: Roster }) {
  const words = useTroubleWords()
  const { i18n } = useLingui()
  const print = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/work-release/rosters/{siteId}/{week}/print', {
          params: { path: { siteId: site.id, week } },
          body: { language: i18n.locale.startsWith('es') ? 'es' : 'en' },
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      ),
  })
  return (
    <>
      <Button type="button" outline aria-disabled={print.isPending} onClick={() => print.mutate()}>
        <Trans>Print roster</Trans>
      </Button>
      <span role="status">{print.data && <MadeSheet id={print.data.documentId} />}</span>
      {print.isError && (
        <Alert type="error" slim role="alert">
          <AlertText>{words(print.error instanceof Refused ? print.error.problem : undefined)}</AlertText>
        </Alert>
      )}
    </>
  )
}

function MadeSheet({ id }: { id: string }) {
  const key = ['platform', 'document', id]
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/platform/documents/{id}', { params: { path: { id } } })),
    // The live stream tells it sooner; this finds it where the stream is cut.
    refetchInterval: ({ state }) => (state.data?.paperId || state.data?.failure ? false : askAgainMs),
  })
  useLiveQuery(['platform.document-*'], key)
  if (data?.failure) return <Trans>The sheet could not be made: {data.failure}</Trans>
  if (!data?.paperId) return <Trans>The sheet is being made…</Trans>
  return (
    <a href={`/api/platform/papers/${data.paperId}`} target="_blank" rel="noreferrer">
      <Trans>Open the sheet to print</Trans>
    </a>
  )
}
