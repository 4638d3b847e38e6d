import { Trans } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { type Fields, FormField, FormRow, type FormState } from '../../../parts/form/index.ts'
import type { areaFields } from './area-fields.ts'
import { typedArea } from './area-typed.ts'
import { readGeoJson } from './geojson.ts'
import css from './home.module.css'
import { useNoAreaWords } from './use-no-area-words.ts'

type AreaForm = FormState<Fields & typeof areaFields>

/** The fields of an area: the shape, then what it needs; or a GeoJSON file that fills them. */
export function AreaInputs<F extends Fields & typeof areaFields>({ form }: { form: FormState<F> }) {
  // Drawn the same whichever other fields the form has.
  const drawn = form as unknown as AreaForm
  const { shape } = drawn.typed
  return (
    <>
      <FormField form={drawn} name="shape" />
      <LoadFile form={drawn} />
      {shape === 'circle' && (
        <FormRow>
          <FormField form={drawn} name="lat" />
          <FormField form={drawn} name="lon" />
          <FormField form={drawn} name="radius" />
        </FormRow>
      )}
      {shape === 'corners' && <FormField form={drawn} name="corners" />}
      {shape === 'file' && <FormField form={drawn} name="geojson" />}
    </>
  )
}

function LoadFile({ form }: { form: AreaForm }) {
  const id = useId()
  const [why, setWhy] = useState('')
  const words = useNoAreaWords()
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const read = readGeoJson(await file.text())
    setWhy(read.ok ? '' : words[read.why])
    if (!read.ok) return
    for (const [name, typed] of Object.entries(typedArea(read.area))) form.put(name, typed)
  }
  return (
    <div>
      <label htmlFor={id} className="usa-label">
        <Trans>Or load it from a GeoJSON file</Trans>
      </label>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={(event) => void load(event.currentTarget.files?.[0])}
      />
      <p role="alert" className={css.fault}>
        {why}
      </p>
    </div>
  )
}
