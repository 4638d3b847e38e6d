import type { FocusEvent } from 'react'
import type { FormState } from '../use-form.ts'

/**
 * Looks at a field that was just left. Not when it was left for a button: a message that appears between pressing and
 * letting go moves the button away, and the press is lost. Sending looks at every field anyway.
 */
export function lookWhenLeft(form: FormState, path: string, { relatedTarget }: FocusEvent): void {
  if (!(relatedTarget instanceof HTMLButtonElement)) form.look(path)
}
