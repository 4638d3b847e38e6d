import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import {
  choice,
  day,
  Form,
  FormField,
  FormPart,
  FormRow,
  type FormState,
  text,
  useForm,
  type ValuesOf,
} from '../../../parts/form/index.ts'
import { AddressPart } from '../parts/address-part.tsx'
import { IdentityPart } from '../parts/identity-part.tsx'
import {
  addressFields,
  addressOf,
  furtherFields,
  identityFields,
  type PersonRecord,
  personOf,
  placeInForm,
} from '../parts/person-fields.ts'
import { placed } from '../parts/refusal.ts'
import css from './details.module.css'
import { detailsKey } from './details-key.ts'

const fields = {
  ...identityFields,
  ...addressFields,
  how: choice({
    label: msg`How has the address changed?`,
    options: [
      { value: 'moved', label: msg`The person moved` },
      { value: 'put-right', label: msg`It was written down wrong` },
    ],
  }),
  addressFromDay: day({ label: msg`Moved on`, latest: 'today' }),
  latitude: text({ label: msg`Latitude`, most: 20, width: 'short', inputMode: 'text' }),
  longitude: text({ label: msg`Longitude`, most: 20, width: 'short', inputMode: 'text' }),
  ...furtherFields,
}

type Values = ValuesOf<typeof fields>

/** The form of everything that may be put right of a person; saves as one act. */
export function ChangeDetails({ person }: { person: PersonRecord }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    name: 'change-person',
    about: person.id,
    fields,
    record: recordOf(person),
    check: (values) => [
      ...addressProblems(person, values, {
        gone: t`An address stays on record until another takes its place. Type where the person lives now.`,
        how: t`Say whether the person moved, or the address was written down wrong.`,
        day: t`Say on which day.`,
      }),
      ...placeProblems(values, t`Type degrees, such as 37.9864, or leave both empty.`),
    ],
    submit: async ({ values, attempt, record }) => {
      const { how, addressFromDay, latitude, longitude } = values
      const address = addressOf(values)
      const place = latitude === '' ? null : { latitude: Number(latitude), longitude: Number(longitude) }
      const answer = await api.POST('/api/people/{personId}', {
        params: { path: { personId: person.id } },
        body: {
          ...personOf(values),
          ...(address ? { address: { ...address, place } } : {}),
          addressFromDay: how === 'moved' ? addressFromDay : null,
          version: record.version ?? person.version,
        },
        ...attempt,
      })
      return placed<unknown>(answer, {
        field: placeInForm,
        record: (current) => recordOf(current as PersonRecord),
      })
    },
    onDone: async () => {
      await client.invalidateQueries({ queryKey: detailsKey(person.id) })
      await client.invalidateQueries({ queryKey: ['desk', 'person', person.id] })
      await navigate({ to: '/people/$id', params: { id: person.id } })
    },
  })
  return (
    <Form
      form={form}
      action={t`Save details`}
      cancel={
        <Link to="/people/$id" params={{ id: person.id }}>
          {t`Cancel`}
        </Link>
      }
    >
      <IdentityPart form={form} />
      <FormField form={form} name="aliases" />
      <FormPart title={t`Address and telephones`}>
        <AddressPart form={form} />
        <AddressChange form={form} wasOnRecord={person.address !== null} />
        <Place form={form} person={person} />
        <FormField form={form} name="phones" />
      </FormPart>
      <FormPart title={t`More about the person`}>
        <FormRow>
          <FormField form={form} name="birthPlace" />
          <FormField form={form} name="race" />
        </FormRow>
        <FormField form={form} name="description" />
        <FormField form={form} name="emergencyContacts" />
      </FormPart>
    </Form>
  )
}

type Own = FormState<typeof fields>

const lines = Object.keys(addressFields) as (keyof typeof addressFields)[]

/** Asked only where an address on record is being typed over: moved, or put right. */
function AddressChange({ form, wasOnRecord }: { form: Own; wasOnRecord: boolean }) {
  const isChanged = lines.some((line) => form.typed[line] !== form.opened[line])
  if (!wasOnRecord || !isChanged) return null
  return (
    <FormRow>
      <FormField form={form} name="how" />
      {form.typed.how === 'moved' && <FormField form={form} name="addressFromDay" />}
    </FormRow>
  )
}

/** Where the address is on the map: the middle of its ZIP area, unless somebody knows better. */
function Place({ form, person }: { form: Own; person: PersonRecord }) {
  const { t } = useLingui()
  const { address } = person
  return (
    <details open={form.problems.some(({ path }) => path === 'latitude' || path === 'longitude')}>
      <summary>
        {t`Place on the map`}:{' '}
        <span className={css.soft}>
          {address?.placedBy === 'hand' && t`given by hand`}
          {address?.placedBy === 'zip' && t`the middle of its ZIP area`}
          {!address?.placedBy && t`not known`}
        </span>
      </summary>
      <p className={css.soft}>
        {t`Work sites are ranked by the distance from here. Left empty, the middle of the ZIP area is taken.`}
      </p>
      <FormRow>
        <FormField form={form} name="latitude" />
        <FormField form={form} name="longitude" />
      </FormRow>
    </details>
  )
}

function recordOf(person: PersonRecord) {
  const { address, ...rest } = person
  const byHand = address?.placedBy === 'hand'
  return {
    ...rest,
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    zip: address?.zip ?? '',
    how: null,
    addressFromDay: null,
    latitude: byHand ? String(address.latitude) : '',
    longitude: byHand ? String(address.longitude) : '',
  }
}

type AddressWords = Record<'gone' | 'how' | 'day', string>

/** What has to be said when an address on record is typed over. */
function addressProblems({ address }: PersonRecord, values: Values, words: AddressWords) {
  if (!address || lines.every((line) => values[line] === address[line])) return []
  if (addressOf(values) === null) return [{ path: 'line1', message: words.gone }]
  if (values.how === null) return [{ path: 'how', message: words.how }]
  const isMissingDay = values.how === 'moved' && values.addressFromDay === null
  return isMissingDay ? [{ path: 'addressFromDay', message: words.day }] : []
}

function placeProblems({ latitude, longitude }: Values, message: string) {
  if (latitude === '' && longitude === '') return []
  const wrong = (text: string, most: number) =>
    !/^-?\d{1,3}(\.\d{1,8})?$/.test(text) || Math.abs(Number(text)) > most
  return [
    ...(wrong(latitude, 90) ? [{ path: 'latitude', message }] : []),
    ...(wrong(longitude, 180) ? [{ path: 'longitude', message }] : []),
  ]
}
