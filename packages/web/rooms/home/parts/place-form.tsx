import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import {
  area,
  choice,
  type Field,
  Form,
  FormField,
  FormRow,
  type FormState,
  select,
  text,
  useForm,
  type ValuesOf,
} from '../../../parts/form/index.ts'
import { detentionKey, type Place, placeNames } from './detention-words.ts'

const kinds = [
  'home',
  'work',
  'school',
  'family',
  'treatment',
  'service',
  'medical',
  'court',
  'other',
] as const

/** A field of text whose value the office keeps as degrees. */
const degrees = (field: Field<string>): Field<string> => ({
  ...field,
  write: (value: string | number | null) => (value === null ? '' : String(value)),
})

const fields = {
  kind: select({
    label: msg`What it is to the person`,
    required: true,
    options: kinds.map((value) => ({ value, label: placeNames[value] })),
  }),
  name: text({ label: msg`Name`, required: true, most: 120 }),
  address: text({ label: msg`Address`, required: true, most: 300 }),
  lat: degrees(
    text({ label: msg`Latitude`, most: 20, width: 'short', hint: msg`Degrees, such as 38.5816.` }),
  ),
  lon: degrees(
    text({ label: msg`Longitude`, most: 20, width: 'short', hint: msg`Degrees, such as -121.4944.` }),
  ),
  note: area({ label: msg`Note`, most: 1000, lines: 2 }),
}

type Values = Pick<ValuesOf<typeof fields>, 'lat' | 'lon'>

const degreeOf = (typed: string): number | null => (typed === '' ? null : Number(typed))
const bodyOf = <V extends Values>({ lat, lon, ...values }: V) => ({
  ...values,
  lat: degreeOf(lat),
  lon: degreeOf(lon),
})

function problems(values: Values, message: string) {
  const wrong = (['lat', 'lon'] as const).filter((path) => Number.isNaN(degreeOf(values[path]) ?? 0))
  return wrong.map((path) => ({ path, message }))
}

function PlaceFields({ form, isHome = false }: { form: FormState<typeof fields>; isHome?: boolean }) {
  return (
    <>
      {!isHome && <FormField form={form} name="kind" />}
      <FormField form={form} name="name" />
      <FormField form={form} name="address" />
      <FormRow>
        <FormField form={form} name="lat" />
        <FormField form={form} name="lon" />
      </FormRow>
      <FormField form={form} name="note" />
    </>
  )
}

type ApprovePlaceProps = {
  id: string
  kind?: Place['kind']
  name?: string
  address?: string
  onDone: () => void
}

/** Approves a place; as a home it is evaluated. */
export function ApprovePlace({ id, kind, name, address, onDone }: ApprovePlaceProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'approve-place',
    about: `${id} ${kind ?? ''}`,
    fields,
    record: { kind: kind ?? null, name: name ?? '', address: address ?? '' },
    check: (values) => problems(values, t`Type degrees, such as 38.5816, or leave both empty.`),
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/places', {
        params: { path: { id } },
        body: bodyOf(values),
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={kind === 'home' ? t`Enter home` : t`Approve place`}>
      <PlaceFields form={form} isHome={kind === 'home'} />
      {form.typed.kind === 'home' && (
        <p>
          <Trans>A new home takes the place of the one before, and is evaluated (EMP-3.3).</Trans>
        </p>
      )}
    </Form>
  )
}

const correctFields = {
  ...fields,
  home: choice({
    label: msg`If the address or the position changes: which home is it?`,
    hint: msg`Only the same home stays accepted; its position can be put right by at most 200 meters.`,
    options: [
      { value: 'same', label: msg`The same home, written rightly` },
      { value: 'another', label: msg`Another home: it is evaluated` },
    ],
  }),
  why: text({ label: msg`What was written down wrong, and how it is known`, most: 500 }),
}

/** Corrects what was written down wrong of a place; a home whose address changes is told apart from another home. */
export function CorrectPlace({ place, onDone }: { place: Place; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id, kind, name, address, lat, lon, note, version } = place
  const form = useForm({
    name: 'correct-place',
    about: id,
    fields: correctFields,
    record: {
      kind,
      name,
      address,
      lat: lat === null ? '' : String(lat),
      lon: lon === null ? '' : String(lon),
      note,
      version,
    },
    check: (values) => problems(values, t`Type degrees, such as 38.5816, or leave both empty.`),
    submit: ({ values, attempt, record }) =>
      api.POST('/api/home/places/{id}', {
        params: { path: { id } },
        body: { ...bodyOf(values), version: record.version ?? version },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Save place`}>
      <PlaceFields form={form} isHome={kind === 'home'} />
      {kind === 'home' && (
        <>
          <FormField form={form} name="home" />
          <FormField form={form} name="why" />
        </>
      )}
    </Form>
  )
}
