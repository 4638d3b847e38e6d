import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Amount, amountInWords } from '../../../parts/amount/amount.tsx'
import { Form, useForm } from '../../../parts/form/index.ts'
import { type Statement, statementKey } from '../words.ts'
import { FeeLines } from './fee-lines.tsx'
import css from './fees.module.css'

/** The fees as they would be assessed now, and the button that does it; or what is missing before they can be. */
export function AssessFees({ statement }: { statement: Statement }) {
  const { cannotAssess, proposal, assessments, enrolmentId } = statement
  if (cannotAssess !== null && assessments.length === 0) {
    return (
      <section className={css.act} aria-labelledby="assess">
        <h2 id="assess">
          <Trans>Fees cannot be assessed yet</Trans>
        </h2>
        <p>{cannotAssess}</p>
        <p>
          <Link to="/enrolments/$id/worksheet" params={{ id: enrolmentId }} className="usa-button">
            <Trans>Open worksheet</Trans>
          </Link>
        </p>
      </section>
    )
  }
  return proposal && <Proposal statement={statement} proposal={proposal} />
}

type ProposalProps = { statement: Statement; proposal: NonNullable<Statement['proposal']> }

function Proposal({ statement, proposal }: ProposalProps) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId, assessments } = statement
  const form = useForm({
    name: 'assess-fees',
    about: enrolmentId,
    fields: {},
    submit: ({ attempt }) => api.POST('/api/money/assess-fees', { body: { enrolmentId }, ...attempt }),
    onDone: () => client.invalidateQueries({ queryKey: statementKey(enrolmentId) }),
  })
  const total = amountInWords(proposal.chargedCents, i18n.locale)
  return (
    <section className={css.act} aria-labelledby="assess">
      <h2 id="assess">
        {assessments.length === 0 ? <Trans>Assess the fees</Trans> : <Trans>Assess the fees again</Trans>}
      </h2>
      <p>
        {proposal.daysSupervised === null ? (
          <Trans>
            Worksheet {proposal.worksheetNumber} says {proposal.adjustedDays} days. Together{' '}
            <Amount cents={proposal.chargedCents} />.
          </Trans>
        ) : (
          <Trans>
            {proposal.daysSupervised} of {proposal.adjustedDays} days at home so far, each charged once it has
            come. Together <Amount cents={proposal.chargedCents} />.
          </Trans>
        )}
      </p>
      <FeeLines lines={proposal.lines} />
      <Form form={form} action={proposal.chargedCents === 0 ? t`Assess fees` : t`Assess fees of ${total}`}>
        {null}
      </Form>
    </section>
  )
}
