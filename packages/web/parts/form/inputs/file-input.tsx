import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useRef } from 'react'
import { Paper } from '../../paper/paper.tsx'
import { useObjectUrl } from '../../paper/use-object-url.ts'
import { headLength, isOfKind } from '../read/file-kind.ts'
import { useFieldWords } from '../words.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled, tied } from './labelled.tsx'

const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }

/** A file, chosen or dropped here. It is shown at once, so that the wrong scan is seen before it is sent. */
export function FileInput(props: InputProps<'file'>) {
  const { form, path, typed, drawing } = props
  const words = useFieldWords()
  const input = useRef<HTMLInputElement>(null)
  const file = typed instanceof File ? typed : undefined

  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    form.put(path, chosen)
    const head = new Uint8Array(await chosen.slice(0, headLength).arrayBuffer())
    if (!isOfKind(head, drawing.kinds)) form.say(path, words({ code: 'wrong-kind-of-file' }))
    else if (chosen.size > drawing.mostBytes)
      form.say(path, words({ code: 'file-too-large', mostBytes: drawing.mostBytes }))
  }

  return (
    <Labelled {...props}>
      {/* The whole box is the input: a file can be dropped anywhere on it. */}
      <input
        {...tied(props)}
        ref={input}
        type="file"
        className={css.file}
        accept={drawing.kinds.map((kind) => mediaTypes[kind]).join(',')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {file && (
        <Chosen
          file={file}
          isShown={props.problem === undefined}
          onRemove={() => {
            if (input.current) input.current.value = ''
            form.put(path, null)
            input.current?.focus()
          }}
        />
      )}
    </Labelled>
  )
}

type ChosenProps = { file: File; isShown: boolean; onRemove: () => void }

function Chosen({ file, isShown, onRemove }: ChosenProps) {
  const { i18n, t } = useLingui()
  const url = useObjectUrl(file)
  const kilobytes = new Intl.NumberFormat(i18n.locale).format(Math.ceil(file.size / 1024))
  return (
    <div className={css.chosen}>
      <p>
        <strong>{file.name}</strong>, {t`${kilobytes} KB`}{' '}
        <Button type="button" unstyled onClick={onRemove}>
          <Trans>Take out</Trans>
        </Button>
      </p>
      {isShown && url && <Paper src={url} mediaType={file.type} title={file.name} />}
    </div>
  )
}
