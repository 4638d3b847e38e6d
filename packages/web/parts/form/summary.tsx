import { Plural, Trans } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { useEffect, useRef } from 'react'
import type { FieldProblem } from '../../api/problem.ts'
import { useTroubleWords } from '../trouble/trouble.tsx'
import { useLabel } from '../words/words.ts'
import css from './summary.module.css'
import { fieldOf } from './typed.ts'
import type { FormState } from './use-form.ts'

/** What is to be corrected, on top, each with a link to its field. After each attempt the focus comes here. */
export function Summary({ form }: { form: FormState }) {
  const box = useRef<HTMLDivElement>(null)
  const words = useTroubleWords()
  const { problems, refusal, corrections } = form

  useEffect(() => {
    if (corrections > 0) box.current?.focus()
  }, [corrections])

  if (corrections === 0 || (problems.length === 0 && !refusal)) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Alert type="error">
        {problems.length === 0 ? (
          <AlertText>{words(refusal)}</AlertText>
        ) : (
          <>
            <AlertHeading level="h2">
              <Plural
                value={problems.length}
                one="There is one thing to correct"
                other="There are # things to correct"
              />
            </AlertHeading>
            <ul className={css.list}>
              {problems.map((problem) => (
                <li key={`${problem.path} ${problem.message}`}>
                  <Correction form={form} problem={problem} />
                </li>
              ))}
            </ul>
          </>
        )}
        {refusal && (refusal.status === 0 || refusal.status >= 500) && (
          <p className={css.kept}>
            <Trans>What you typed is kept. Trying again cannot do it twice.</Trans>
          </p>
        )}
      </Alert>
    </div>
  )
}

function Correction({ form, problem }: { form: FormState; problem: FieldProblem }) {
  const label = useLabel()
  const field = fieldOf(form.fields, problem.path)
  if (!field) return problem.message
  const id = `${form.id}-${problem.path}`
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {label(field.label)}: {problem.message}
    </a>
  )
}
