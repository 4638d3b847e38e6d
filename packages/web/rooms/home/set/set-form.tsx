import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { api } from '../../../api/client.ts'
import type { TypedRow } from '../../../parts/form/fields.ts'
import { Form, FormField, rows, text, area as textArea, useForm, whole } from '../../../parts/form/index.ts'
import { asRows } from '../../../parts/form/rows.ts'
import type { MapArea } from '../../../parts/map/types.ts'
import css from '../parts/home.module.css'
import { TriedPart } from '../parts/tried.tsx'
import { useAreaFaults } from '../parts/use-area-faults.ts'
import { useSetTrial } from '../parts/use-trial.ts'
import { useTrialGate, useTriedForm } from '../parts/use-trial-gate.ts'
import { homeKey, type SetPage } from '../parts/words.ts'
import { ZoneMap } from '../parts/zone-map.tsx'
import {
  areaOfRow,
  areasOfFile,
  faultsOfRows,
  readRow,
  readRows,
  rowOf,
  typedRow,
  zonesOf,
} from './set-zones.ts'

const zoneRow = {
  name: text({ label: msg`Name`, required: true, most: 100 }),
  lat: text({ label: msg`Latitude of the middle`, width: 'short' }),
  lon: text({ label: msg`Longitude of the middle`, width: 'short' }),
  radius: whole({ label: msg`Radius`, least: 1, most: 100_000, unit: msg`meters` }),
  geojson: textArea({ label: msg`Or GeoJSON, if it is no circle`, most: 1_000_000, lines: 2 }),
}

const fields = {
  name: text({ label: msg`Name of the set`, required: true, most: 100 }),
  zones: rows({ label: msg`Zones to stay out of`, add: msg`Add a zone`, row: msg`Zone`, of: zoneRow }),
  why: textArea({
    label: msg`Why`,
    hint: msg`What is drawn or changed, and on whose word`,
    required: true,
    most: 500,
  }),
}

/** A set of zones as rows that are typed, drawn or loaded; saving binds at once whoever it is applied to. */
export function SetForm({ set }: { set: SetPage | undefined }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const gate = useTrialGate()
  const faultsOf = useAreaFaults()
  const typing = useForm({
    name: 'draw-zone-set',
    about: set?.id ?? 'new',
    fields,
    record: set ? { name: set.name, zones: set.zones.map(rowOf), why: '', version: set.version } : {},
    asked: { 'zones.*.area': 'zones.*.geojson' },
    early: ({ zones = [] }) => faultsOfRows(asRows(zones).map(readRow), faultsOf),
    check: ({ zones }) => {
      const faults = faultsOfRows(zones, faultsOf)
      // A set that nobody has kept yet binds nobody: there is nothing to try.
      if (faults.length > 0 || !set) return faults
      return gate.problems(t`Look at what it would have done, then press again.`)
    },
    submit: async ({
      values: { name, zones, why },
      attempt,
      record,
    }): Promise<{
      data?: { id?: string; version?: number } | undefined
      error?: unknown
      response: Response
    }> => {
      const body = { name, why, zones: zonesOf(zones, set?.zones ?? []) }
      return set
        ? api.POST('/api/home/zone-sets/{id}', {
            params: { path: { id: set.id } },
            body: { ...body, version: record.version ?? set.version },
            ...attempt,
          })
        : api.POST('/api/home/zone-sets', { body, ...attempt })
    },
    onDone: async (data) => {
      await client.invalidateQueries({ queryKey: homeKey.sets })
      if (!set && data.id !== undefined) await navigate({ to: '/zone-sets/$id', params: { id: data.id } })
    },
  })
  const typed = asRows(typing.typed.zones ?? [])
  const read = readRows(typed)
  const proposed = set && read && { kind: 'zones' as const, zones: zonesOf(read, set.zones) }
  const trial = useSetTrial(set?.id ?? '', proposed ?? null)
  const { form, asleep } = useTriedForm(gate, trial, typing, t`Try it on the last 14 days first.`)
  const add = (drawn: { name: string; area: Parameters<typeof typedRow>[1] }[]) =>
    form.put('zones', [...typed, ...drawn.map(({ name, area }) => typedRow(name, area))])
  return (
    <div className={css.columns}>
      <Form
        form={form}
        action={set ? t`Save set` : t`Keep set`}
        asleep={set && asleep}
        cancel={
          <Link to="/zone-sets">
            <Trans>Cancel</Trans>
          </Link>
        }
      >
        <FormField form={form} name="name" />
        <FormField form={form} name="zones" />
        <LoadAreas onLoaded={add} />
        {set && <TriedPart trial={trial} canTry={proposed !== null} onAsleep={() => form.look()} />}
        <FormField form={form} name="why" />
      </Form>
      <div className={css.beside}>
        <ZoneMap
          label={t`Map to draw the zones on`}
          area={null}
          rule="exclusion"
          name=""
          others={typed.flatMap(mapArea)}
          marks={[]}
          fit={set?.id ?? ''}
          onDrawn={(area) => add([{ name: '', area }])}
        />
      </div>
    </div>
  )
}

function mapArea(row: TypedRow, place: number): MapArea[] {
  const area = areaOfRow(readRow(row))
  return area ? [{ id: `zone ${place}`, name: String(row.name ?? ''), rule: 'exclusion', form: area }] : []
}

function LoadAreas({ onLoaded }: { onLoaded: (areas: ReturnType<typeof areasOfFile>) => void }) {
  const { t } = useLingui()
  const id = useId()
  const [said, setSaid] = useState('')
  return (
    <div>
      <label htmlFor={id} className="usa-label">
        <Trans>Or load them from a GeoJSON file</Trans>
      </label>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={async (event) => {
          const file = event.currentTarget.files?.[0]
          if (!file) return
          const areas = areasOfFile(await file.text())
          const count = areas.length
          setSaid(
            count === 0
              ? t`There is no polygon in this file.`
              : t`${count} zones loaded. Give each its name.`,
          )
          if (count > 0) onLoaded(areas)
        }}
      />
      <p role="status">{said}</p>
    </div>
  )
}
