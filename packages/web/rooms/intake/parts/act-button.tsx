import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { answer, Refused } from '../../../api/problem.ts'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import css from './parts.module.css'

type Asked = Parameters<typeof answer>[0]

export type ActButtonProps = {
  /** What the button does, in a verb. */
  children: ReactNode
  /** For a row of a list, whose it is: "Check in Maria Lopez". */
  label?: string
  /** Sends the act under this key, once. */
  send: (headers: { 'idempotency-key': string }) => Asked
  /** What is read again when it is done, or when somebody was quicker. */
  renews: readonly QueryKey[]
  look?: 'plain' | 'outline' | 'unstyled'
  onDone?: () => void
}

/** A button that is the whole act. A refusal stands beside it in the office's own words. */
export function ActButton({ children, label, send, renews, look = 'plain', onDone }: ActButtonProps) {
  const client = useQueryClient()
  const words = useTroubleWords()
  const act = useMutation({
    mutationFn: () => answer(send({ 'idempotency-key': crypto.randomUUID() })),
    ...(onDone ? { onSuccess: onDone } : {}),
    onSettled: () => Promise.all(renews.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
  const problem = act.error instanceof Refused ? act.error.problem : undefined
  return (
    <span className={css.act}>
      <Button
        type="button"
        outline={look === 'outline'}
        unstyled={look === 'unstyled'}
        aria-label={label}
        aria-disabled={act.isPending}
        onClick={() => !act.isPending && act.mutate()}
      >
        {children}
      </Button>
      {act.isError && (
        <span role="alert" className={css.refused}>
          {words(problem)}
        </span>
      )}
    </span>
  )
}
