import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, FormRow, text, useForm, whole } from '../../../parts/form/index.ts'
import { Cancel } from './cancel.tsx'

const fields = {
  lat: text({ label: msg`Latitude`, required: true, most: 20, width: 'short' }),
  lon: text({ label: msg`Longitude`, required: true, most: 20, width: 'short' }),
  radiusM: whole({ label: msg`Around it, meters`, required: true, least: 10, most: 2000 }),
  note: area({
    label: msg`What is known of it`,
    required: true,
    most: 500,
    lines: 3,
    hint: msg`A garage, a basement, a steel roof.`,
  }),
}

const isDegrees = (typed: string, most: number) =>
  /^-?\d{1,3}(\.\d+)?$/.test(typed) && Math.abs(Number(typed)) <= most

export type DeadSpotFormProps = {
  /** Where the alarm was; null where the place is typed. */
  here: { lat: number; lon: number } | null
  alarmId: string | null
  onDone: () => void
  onClose: () => void
}

/** Notes a place where units lose their signal. */
export function DeadSpotForm({ here, alarmId, onDone, onClose }: DeadSpotFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'dead-spot',
    about: alarmId ?? '',
    fields,
    record: {
      version: 0,
      radiusM: 100,
      ...(here ? { lat: here.lat.toFixed(5), lon: here.lon.toFixed(5) } : {}),
    },
    check: ({ lat, lon }) => [
      ...(isDegrees(lat, 90) ? [] : [{ path: 'lat', message: t`Write degrees as 38.58157.` }]),
      ...(isDegrees(lon, 180) ? [] : [{ path: 'lon', message: t`Write degrees as -121.49440.` }]),
    ],
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/dead-spots', {
        body: { ...values, lat: Number(values.lat), lon: Number(values.lon), alarmId },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Save note`} cancel={<Cancel onClose={onClose} />}>
      <FormRow>
        <FormField form={form} name="lat" />
        <FormField form={form} name="lon" />
      </FormRow>
      <FormField form={form} name="radiusM" />
      <FormField form={form} name="note" />
    </Form>
  )
}
