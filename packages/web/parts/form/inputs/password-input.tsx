import { Trans } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

/** A password, which nobody who looks over a shoulder reads; it can be shown to check it. */
export function PasswordInput(props: InputProps<'password'>) {
  const [shown, setShown] = useState(false)
  return (
    <Labelled {...props}>
      <TypedInput
        {...props}
        attributes={{
          type: shown ? 'text' : 'password',
          autoComplete: props.drawing.autoComplete,
          autoCapitalize: 'none',
          spellCheck: false,
        }}
      />
      <Button
        type="button"
        unstyled
        className={css.show ?? ''}
        aria-controls={props.id}
        onClick={() => setShown(!shown)}
      >
        {shown ? <Trans>Hide password</Trans> : <Trans>Show password</Trans>}
      </Button>
    </Labelled>
  )
}
