import { Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { answer } from '../../../api/problem.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'

type Asked = Promise<{ data?: unknown; error?: unknown; response: Response }>

/** Takes away as a file what the page shows; the office records it as a look of its own. */
export function FileButton({ name, ask }: { name: string; ask: () => Asked }) {
  const taking = useMutation({
    mutationFn: async () => save(name, (await answer(ask())) as Blob),
  })
  return (
    <>
      <Button
        type="button"
        unstyled
        aria-disabled={taking.isPending}
        onClick={() => !taking.isPending && taking.mutate()}
      >
        <Trans>Save as CSV (recorded)</Trans>
      </Button>
      {taking.error && <Trouble error={taking.error} onRetry={() => taking.mutate()} />}
    </>
  )
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
