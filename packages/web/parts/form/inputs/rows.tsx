import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type ComponentType, useEffect, useRef } from 'react'
import { useLabel } from '../../words/words.ts'
import { asRows, emptyRow } from '../rows.ts'
import type { FieldAtProps, InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Grouped } from './labelled.tsx'

/** `Inner` draws each field of a row, which may be of any kind. */
type RowsProps = InputProps<'rows'> & { Inner: ComponentType<FieldAtProps> }

/** A group of fields as often as needed; the cursor goes into a new row, and stays near when one is taken out. */
export function Rows({ Inner, ...props }: RowsProps) {
  const { form, path, id, typed, drawing } = props
  const label = useLabel()
  const { t } = useLingui()
  const group = useRef<HTMLDivElement>(null)
  const added = useRef(false)
  const rows = asRows(typed)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that was just added is the event.
  useEffect(() => {
    if (!added.current) return
    added.current = false
    const last = group.current?.querySelector('fieldset:last-of-type')
    last?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [rows.length])

  return (
    <Grouped {...props}>
      <div ref={group} className={css.rows}>
        {rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its fields hold no state of their own.
          <fieldset key={index} className={css.row}>
            <legend className={css.rowName}>
              {label(drawing.row)} {index + 1}
            </legend>
            <div className={css.rowFields}>
              {Object.entries(drawing.of).map(([name, field]) => (
                <Inner key={name} form={form} field={field} path={`${path}.${index}.${name}`} />
              ))}
            </div>
            <Button
              type="button"
              unstyled
              aria-label={t`Take out ${label(drawing.row)} ${index + 1}`}
              onClick={() => {
                form.put(
                  path,
                  rows.filter((__, other) => other !== index),
                )
                document.getElementById(id)?.focus()
              }}
            >
              <Trans>Take out</Trans>
            </Button>
          </fieldset>
        ))}
      </div>
      <Button
        type="button"
        id={id}
        outline
        onClick={() => {
          added.current = true
          form.put(path, [...rows, emptyRow(drawing.of)])
        }}
      >
        {label(drawing.add)}
      </Button>
    </Grouped>
  )
}
