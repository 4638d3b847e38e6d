import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type Candidate, Candidates } from '../../people/parts/candidates.tsx'
import { OnRecord } from './on-record.tsx'

/** What the office asks before it writes a commitment: who it may be, or which paper is on record already. */
export type Asked = { candidates: readonly Candidate[] } | { commitmentId: string }

type AskedFirstProps = {
  asked: Asked | undefined
  /** What is done with a paper that is another one. */
  another: string
  put: (path: string, value: string | boolean) => void
}

/** The question, with its answers as buttons; each goes into the form, which is then sent again. */
export function AskedFirst({ asked, another, put }: AskedFirstProps) {
  const { t } = useLingui()
  if (!asked) return null
  if ('commitmentId' in asked)
    return <OnRecord id={asked.commitmentId} another={another} onAnother={() => put('evenSo', true)} />
  return (
    <Candidates
      candidates={asked.candidates}
      choose={(candidate) => (
        <Button type="button" outline onClick={() => put('whose', candidate.personId)}>
          <Trans>It is this person</Trans>
        </Button>
      )}
      somebodyElse={t`It is somebody else: open even so`}
      onSomebodyElse={() => put('personEvenSo', true)}
    />
  )
}
