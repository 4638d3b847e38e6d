import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { usePrograms } from '../../programs/use-programs.ts'
import type { Commitment } from '../parts/types.ts'
import { useReadAgain } from './use-commitment.ts'

/**
 * From the paper into the program: joins the open enrolment of the person where there is one, else opens one in the
 * program that is chosen, where the office runs several. Offered
 * once the paper may be booked on (WAP-AUTH), even while lesser things are asked from the court.
 */
export function Enrol({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  const may = useMay()
  const navigate = useNavigate()
  const readAgain = useReadAgain(commitment.id)
  const [key] = useState(() => crypto.randomUUID())
  const programs = usePrograms()
  const { checklist, person, id } = commitment
  const open = commitment.files.find((file) => file.isOpen && file.state !== 'returned-to-court')
  const headers = { 'idempotency-key': key }
  const enrol = useMutation({
    mutationFn: async (pack: string | undefined): Promise<string> => {
      if (open) {
        const path = { id: open.enrolmentId }
        await answer(
          api.POST('/api/programs/enrolments/{id}/commitments', {
            params: { path },
            body: { commitmentId: id },
            headers,
          }),
        )
        return open.enrolmentId
      }
      const body = { personId: person.id, commitmentIds: [id], ...(pack ? { pack } : {}) }
      return (await answer(api.POST('/api/programs/enrolments', { body, headers }))).id
    },
    onSuccess: async (enrolmentId) => {
      await readAgain()
      await navigate({ to: '/enrolments/$id', params: { id: enrolmentId } })
    },
  })
  const isAuthority =
    checklist.bookingAuthority === 'valid' || checklist.bookingAuthority === 'pending-original'
  const isHeldUp = checklist.file === 'return-to-court' || checklist.file === 'look-for-active-file'
  if (commitment.enrolmentId !== null || !isAuthority || isHeldUp || !may('enrolment.write')) return null
  const choices = open
    ? [{ pack: undefined, label: t`Add to ${open.number}` }]
    : programs.length > 1
      ? programs.map(({ pack, name }) => ({ pack, label: t`Open enrolment: ${name}` }))
      : programs.map(({ pack }) => ({ pack, label: t`Open enrolment` }))
  return (
    <>
      {choices.map(({ pack, label }, index) => (
        <Button
          key={label}
          type="button"
          outline={index > 0}
          aria-disabled={enrol.isPending}
          onClick={() => !enrol.isPending && enrol.mutate(pack)}
        >
          {label}
        </Button>
      ))}
      {enrol.isError && <Trouble error={enrol.error} />}
    </>
  )
}
