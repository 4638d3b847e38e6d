import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Paper, PaperBeside } from '../../../parts/paper/paper.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { fullName } from '../../people/parts/names.ts'
import { StateOf } from '../parts/state-words.tsx'
import type { Commitment } from '../parts/types.ts'
import { ChangeCommitment } from './change-commitment.tsx'
import css from './commitment.module.css'
import { Facts } from './facts.tsx'
import { Known } from './known.tsx'
import { Letters } from './letters.tsx'
import { Next } from './next.tsx'
import { useCommitment } from './use-commitment.ts'

const route = getRouteApi('/staff/commitments/$id')

/** A court's paper: what is to be done about it, the paper beside what was read from it, and what it belongs to. */
export function CommitmentPage() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useCommitment(id)
  const commitment = query.data
  return (
    <Page
      title={commitment ? t`Commitment, ${docketOf(commitment, t`no docket number`)}` : t`Commitment`}
      lead={commitment && <Lead commitment={commitment} />}
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Opening the commitment…`}</p>}
      {commitment && <Matter commitment={commitment} />}
    </Page>
  )
}

const docketOf = ({ fields }: Commitment, none: string): string => fields.docket || none

function Lead({ commitment }: { commitment: Commitment }) {
  const { person, received } = commitment
  return (
    <span className={css.lead}>
      <Link to="/people/$id" params={{ id: person.id }} className={css.name}>
        {fullName(person)}
      </Link>
      {person.birthDate && (
        <span>
          <Trans>
            born <Day day={person.birthDate} of="record" />
          </Trans>
        </span>
      )}
      <StateOf state={commitment.state} />
      <span>
        <Trans>
          received <Day day={commitment.fields.receivedOn} />, typed in by {received.by} on{' '}
          <Moment at={received.at} />
        </Trans>
      </span>
    </span>
  )
}

function Matter({ commitment }: { commitment: Commitment }) {
  const may = useMay()
  const isOpen = commitment.returned === null && may('commitment.write')
  return (
    <>
      <Next commitment={commitment} />
      <div className={css.wide}>
        <PaperBeside paper={<Scans commitment={commitment} />}>
          {isOpen ? <ChangeCommitment commitment={commitment} /> : <Facts commitment={commitment} />}
        </PaperBeside>
      </div>
      <div className={css.below}>
        <Letters commitment={commitment} />
        <Known commitment={commitment} />
      </div>
      <Changes room="court" record="commitment" id={commitment.id} />
    </>
  )
}

function Scans({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  if (commitment.scans.length === 0) {
    return (
      <Empty title={t`No scanned paper`}>
        <Trans>It can be added with the fields, under “Scanned paper”.</Trans>
      </Empty>
    )
  }
  return (
    <div className={css.scans}>
      {commitment.scans.map((scan) => (
        <Paper
          key={scan.paperId}
          src={`/api/platform/papers/${scan.paperId}`}
          mediaType={scan.mediaType}
          title={scan.title}
        />
      ))}
    </div>
  )
}
