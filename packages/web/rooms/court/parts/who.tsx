import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Day } from '../../../parts/day/day.tsx'
import { FormField, FormRow, type FormState } from '../../../parts/form/index.ts'
import { AddressPart } from '../../people/parts/address-part.tsx'
import { IdentityPart } from '../../people/parts/identity-part.tsx'
import { fullName } from '../../people/parts/names.ts'
import { FindPerson } from './find-person.tsx'
import css from './who.module.css'
import type { whoseFields } from './whose.ts'

type Own = FormState<typeof whoseFields>

/** Whose commitment it is: somebody found as one types, or somebody new, in the same act. */
export function Who({ form }: { form: FormState }) {
  const { t } = useLingui()
  const whose = String(form.typed.whose ?? '')
  const problem = form.problems.find(({ path }) => path === 'whose')?.message
  return (
    <section aria-labelledby={`${form.id}-who`} className={css.who}>
      <h2 id={`${form.id}-who`}>
        <Trans>Whose commitment it is</Trans>
      </h2>
      {problem !== undefined && <span className="usa-error-message">{problem}</span>}
      {whose === '' && <FindPerson form={form} />}
      {whose === 'new' && <NewPersonPart form={form} />}
      {whose !== '' && whose !== 'new' && <Chosen id={whose} />}
      {whose !== '' && (
        <div>
          <Button type="button" unstyled id={`${form.id}-whose`} onClick={() => form.put('whose', '')}>
            {whose === 'new' ? t`Search on record instead` : t`Choose somebody else`}
          </Button>
        </div>
      )}
    </section>
  )
}

function Chosen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, isError } = useQuery({
    queryKey: ['people', 'details', id],
    queryFn: () => answer(api.GET('/api/people/{personId}', { params: { path: { personId: id } } })),
  })
  if (isError) return <p className="usa-error-message">{t`This person is not on record. Choose another.`}</p>
  if (!data) return <p aria-busy="true">{t`Opening the record…`}</p>
  return (
    <p>
      <Link to="/people/$id" params={{ id }} target="_blank" className={css.name}>
        {fullName(data)}
      </Link>{' '}
      <span className={css.soft}>
        {data.birthDate ? (
          <Trans>
            born <Day day={data.birthDate} of="record" />
          </Trans>
        ) : (
          <Trans>birth date not on record</Trans>
        )}
        {data.address && <> · {[data.address.line1, data.address.city].join(', ')}</>}
      </span>
    </p>
  )
}

function NewPersonPart({ form }: { form: FormState }) {
  const own = form as unknown as Own
  return (
    <>
      <IdentityPart form={form} />
      <AddressPart form={form} />
      <FormRow>
        <FormField form={own} name="phone" />
      </FormRow>
    </>
  )
}
