import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { roleNames } from '../../../app/roles.ts'
import { day, Form, FormField, FormRow, select, text, ticks, useForm } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { type Choices, delegationsKey } from './delegation.ts'

type Offered = Choices['decisions'][number]

const optionOf = ({ pack, decision, byRank }: Offered) => [pack, decision, byRank].join(' ')

/** Delegates decisions: by one's own hand, or with the paper that the holder of the rank signed. */
export function MakeDelegation({ choices, onDone }: { choices: Choices; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const byOwnHand = choices.decisions.every((one) => one.byOwnHand)
  const form = useForm({
    name: 'make-delegation',
    fields: useFields(choices, byOwnHand),
    submit: ({ values, attempt }) =>
      api.POST('/api/access/delegations', {
        body: {
          ...values,
          decisions: choices.decisions
            .filter((one) => values.decisions.includes(optionOf(one)))
            .map(({ pack, decision, byRank }) => ({ pack, decision, byRank })),
        },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: delegationsKey })
    },
  })
  return (
    <Form form={form} action={t`Delegate`}>
      <FormField form={form} name="toAccount" />
      <FormField form={form} name="decisions" />
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="untilDay" />
      </FormRow>
      {!byOwnHand && (
        <>
          <p>
            <Trans>
              The power stays with who holds the rank. You record what they signed; the paper is named here
              and kept in the office’s files.
            </Trans>
          </p>
          <FormRow>
            <FormField form={form} name="signedPaper" />
            <FormField form={form} name="signedOn" />
          </FormRow>
        </>
      )}
    </Form>
  )
}

function useFields(choices: Choices, byOwnHand: boolean) {
  const { t, i18n } = useLingui()
  const said = useSaid()
  const signedOn = { label: t`Paper signed on`, latest: 'today' }
  return {
    toAccount: select({
      label: t`Designee`,
      required: true,
      options: choices.accounts.map(({ id, name, roles }) => ({
        value: id,
        label: `${name} (${roles.map((role) => i18n._(roleNames[role])).join(', ')})`,
      })),
    }),
    decisions: ticks({
      label: t`Decisions`,
      required: true,
      options: choices.decisions.map((one) => ({
        value: optionOf(one),
        label: `${said(one.text)}, ${one.program} (${one.clause})`,
      })),
    }),
    fromDay: day({
      label: t`From`,
      required: true,
      earliest: 'today',
      hint: t`Today or later: nothing that was decided before becomes allowed afterwards.`,
    }),
    untilDay: day({
      label: t`Ends on`,
      hint: t`The first day on which it no longer holds. Left empty, it has no end.`,
    }),
    signedPaper: text({
      label: t`Signed paper`,
      hint: t`Its number or title, and who signed it.`,
      required: !byOwnHand,
      most: 200,
    }),
    signedOn: byOwnHand ? day(signedOn) : day({ ...signedOn, required: true }),
  }
}
