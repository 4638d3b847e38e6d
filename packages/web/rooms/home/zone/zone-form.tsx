import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import {
  choice,
  Form,
  FormField,
  FormRow,
  type FormState,
  select,
  text,
  area as textArea,
  useForm,
  type ValuesOf,
  whole,
} from '../../../parts/form/index.ts'
import { readForm } from '../../../parts/form/read-form.ts'
import { areaFields } from '../parts/area-fields.ts'
import { AreaInputs } from '../parts/area-inputs.tsx'
import { areaAsTyped, areaOf, typedArea, writeArea } from '../parts/area-typed.ts'
import css from '../parts/home.module.css'
import { ownAreas, placeMarks, setAreas } from '../parts/map-things.ts'
import { TriedPart } from '../parts/tried.tsx'
import { useAreaFaults } from '../parts/use-area-faults.ts'
import { useTrial } from '../parts/use-trial.ts'
import { useTrialGate, useTriedForm } from '../parts/use-trial-gate.ts'
import {
  type Area,
  asArea,
  type Proposal,
  type Severity,
  severityNames,
  type Zone,
  type ZonesPage,
} from '../parts/words.ts'
import { ZoneMap } from '../parts/zone-map.tsx'
import { EndZone } from './end-zone.tsx'

const severities = (Object.keys(severityNames) as Severity[]).map((value) => ({
  value,
  label: severityNames[value],
}))

const zoneFields = (page: ZonesPage) => ({
  name: text({ label: msg`Name`, required: true, most: 100 }),
  rule: choice({
    label: msg`The person`,
    required: true,
    options: [
      { value: 'inclusion', label: msg`must be inside during its hours` },
      { value: 'exclusion', label: msg`must stay out` },
    ],
  }),
  ...areaFields,
  placeId: select({
    label: msg`Drawn around the approved place`,
    options: page.places.map(({ id, name, address }) => ({
      value: id,
      label: [name, address].filter(Boolean).join(', '),
    })),
  }),
  bufferM: whole({
    label: msg`Move the line outward`,
    hint: msg`Less than nothing moves it inward`,
    least: -1000,
    most: 5000,
    unit: msg`meters`,
  }),
  severity: select({ label: msg`Severity, if not the usual`, options: severities }),
  confirmFixes: whole({
    label: msg`Positions in a row that confirm, if not the usual`,
    hint: msg`1 alarms at the first`,
    least: 1,
    most: 60,
  }),
  why: textArea({
    label: msg`Why`,
    hint: msg`What is drawn or changed, and on whose word`,
    required: true,
    most: 500,
  }),
})

type Values = ValuesOf<ReturnType<typeof zoneFields>>

const drawnOf = (values: Omit<Values, 'why'>, area: Area, before: Zone | undefined) => ({
  name: values.name,
  rule: values.rule,
  area,
  bufferM: values.bufferM ?? 0,
  severity: values.severity,
  confirmFixes: values.confirmFixes,
  confirmSeconds: before?.confirmSeconds ?? null,
  placeId: values.placeId,
})

/** A zone as it is drawn and typed; the button that saves wakes when it was tried. */
export function ZoneForm({ page, zone }: { page: ZonesPage; zone: Zone | undefined }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [fields] = useState(() => zoneFields(page))
  const [ending, setEnding] = useState(false)
  const faultsOf = useAreaFaults()
  const gate = useTrialGate()
  const back = async () => {
    await client.invalidateQueries({ queryKey: ['home'] })
    await navigate({ to: '/enrolments/$id/zones', params: { id: page.enrolmentId } })
  }
  const typing = useForm({
    name: 'draw-zone',
    about: zone?.id ?? page.enrolmentId,
    fields,
    record: zone
      ? { ...zone, ...writeArea(asArea(zone.area)), why: '', bufferM: zone.bufferM || null }
      : { shape: 'circle' as const },
    asked: { area: 'shape' },
    early: (typed) => faultsOf(areaAsTyped(typed)),
    check: (values) => {
      const faults = faultsOf(values)
      return faults.length > 0 ? faults : gate.problems(t`Look at what it would have done, then press again.`)
    },
    submit: async ({ values, attempt, record }): Promise<{ error?: unknown; response: Response }> => {
      const read = areaOf(values)
      // `check` has let it pass.
      const body = { ...drawnOf(values, (read as { area: Area }).area, zone), why: values.why }
      return zone
        ? api.POST('/api/home/zones/{id}', {
            params: { path: { id: zone.id } },
            body: { ...body, version: record.version ?? zone.version },
            ...attempt,
          })
        : api.POST('/api/home/enrolments/{id}/zones', {
            params: { path: { id: page.enrolmentId } },
            body,
            ...attempt,
          })
    },
    onDone: () => void back(),
  })
  const { area, proposed } = useDrawn(typing, zone)
  const trial = useTrial(page.enrolmentId, proposed)
  const { form, asleep } = useTriedForm(gate, trial, typing, t`Try it on the last 14 days first.`)
  return (
    <>
      <div className={css.columns}>
        <Form
          form={form}
          action={zone ? t`Save zone` : t`Put zone in force`}
          asleep={asleep}
          cancel={
            <Link to="/enrolments/$id/zones" params={{ id: page.enrolmentId }}>
              <Trans>Cancel</Trans>
            </Link>
          }
        >
          <div className={css.fields}>
            <FormField form={form} name="name" />
            <FormField form={form} name="rule" />
            {page.places.length > 0 && <FormField form={form} name="placeId" />}
            <FromPlace page={page} form={form} />
            <AreaInputs form={form} />
          </div>
          <details>
            <summary>
              <Trans>Finer settings</Trans>
            </summary>
            <FormRow>
              <FormField form={form} name="bufferM" />
              <FormField form={form} name="severity" />
              <FormField form={form} name="confirmFixes" />
            </FormRow>
          </details>
          <TriedPart trial={trial} canTry={proposed !== null} onAsleep={() => form.look()} />
          <FormField form={form} name="why" />
        </Form>
        <div className={css.beside}>
          <ZoneMap
            label={t`Map to draw the zone on`}
            area={area}
            rule={form.typed.rule === 'exclusion' ? 'exclusion' : 'inclusion'}
            name={String(form.typed.name ?? '')}
            others={[...setAreas(page), ...ownAreas(page, zone?.id)]}
            marks={placeMarks(page, { home: t`home`, place: t`approved place` })}
            fit={zone?.id ?? ''}
            onDrawn={(drawn) => {
              for (const [name, typed] of Object.entries(typedArea(drawn))) form.put(name, typed)
            }}
          />
        </div>
      </div>
      {zone && (
        <p>
          <Button type="button" unstyled onClick={() => setEnding(true)}>
            <Trans>Take the zone off this person</Trans>
          </Button>
        </p>
      )}
      {zone && ending && (
        <EndZone page={page} zone={zone} onDone={() => void back()} onClose={() => setEnding(false)} />
      )}
    </>
  )
}

type ZoneFormState = FormState<ReturnType<typeof zoneFields>>

/** The area as it is typed now, and the change that could be tried; null while something cannot be read. */
function useDrawn(
  form: ZoneFormState,
  zone: Zone | undefined,
): { area: Area | null; proposed: Proposal | null } {
  const { agency } = useSignedIn()
  // Why it is drawn says nothing of what it does.
  const { why: _, ...fields } = form.fields
  const read = readForm(fields, form.typed, agency.timeZone)
  if (!read.ok) {
    const found = areaOf(areaAsTyped(form.typed))
    return { area: 'area' in found ? found.area : null, proposed: null }
  }
  const found = areaOf(read.values)
  if (!('area' in found)) return { area: null, proposed: null }
  const drawn = drawnOf(read.values, found.area, zone)
  return { area: found.area, proposed: { kind: 'zone', zoneId: zone?.id ?? null, zone: drawn } }
}

/** The middle of a circle from the chosen place, with one press. */
function FromPlace({ page, form }: { page: ZonesPage; form: ZoneFormState }) {
  const place = page.places.find(({ id }) => id === form.typed.placeId)
  if (!place || place.lat === null || place.lon === null) return null
  const { lat, lon } = place
  return (
    <Button
      type="button"
      outline
      onClick={() => {
        form.put('shape', 'circle')
        form.put('lat', String(lat))
        form.put('lon', String(lon))
        if (form.typed.radius === '') form.put('radius', '100')
      }}
    >
      <Trans>Put the middle on this place</Trans>
    </Button>
  )
}
