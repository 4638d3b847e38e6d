import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText, Button, Label, TextInput } from '@trussworks/react-uswds'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Problem } from '../../api/problem.ts'
import { signIn } from '../../api/session-store.ts'
import { useTroubleWords } from '../../parts/trouble/trouble.tsx'
import css from './sign-in-form.module.css'

export type SignInFormProps = {
  /** Whoever must come back to a locked page; their name cannot be changed. */
  username?: string
}

/** User name and password, then the code of the second factor when the office asks for it. */
export function SignInForm({ username }: SignInFormProps) {
  const id = useId()
  const [name, setName] = useState(username ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const codeInput = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (step === 'code') codeInput.current?.focus()
  }, [step])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const credentials = { username: name.trim(), password }
    const outcome = await signIn(
      step === 'code' ? { ...credentials, code: code.replaceAll(/\s/g, '') } : credentials,
    )
    setBusy(false)
    if (outcome.ok) return
    if (outcome.problem.code === 'second-factor-needed' && step === 'password') return setStep('code')
    setProblem(outcome.problem)
    setCode('')
    if (outcome.problem.code === 'locked') setStep('password')
  }

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Refusal problem={problem} step={step} />
      {step === 'password' ? (
        <>
          {username === undefined && (
            <div>
              <Label htmlFor={`${id}-name`}>
                <Trans>User name</Trans>
              </Label>
              <TextInput
                id={`${id}-name`}
                name="username"
                type="text"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={200}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
          )}
          <Password id={`${id}-password`} value={password} onChange={setPassword} />
        </>
      ) : (
        <div>
          <Label htmlFor={`${id}-code`} hint={<CodeHint />}>
            <Trans>Code</Trans>
          </Label>
          <TextInput
            id={`${id}-code`}
            name="code"
            type="text"
            inputRef={codeInput}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
      )}
      <div className={css.buttons}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
        </Button>
        {step === 'code' && (
          <Button type="button" unstyled onClick={() => setStep('password')}>
            <Trans>Back to the password</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

const CodeHint = () => (
  <span className="usa-hint">
    <Trans>Six digits from the authenticator app on your phone.</Trans>
  </span>
)

type PasswordProps = { id: string; value: string; onChange: (value: string) => void }

function Password({ id, value, onChange }: PasswordProps) {
  const [shown, setShown] = useState(false)
  return (
    <div>
      <Label htmlFor={id}>
        <Trans>Password</Trans>
      </Label>
      <TextInput
        id={id}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button
        type="button"
        unstyled
        className={css.show ?? ''}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {shown ? <Trans>Hide password</Trans> : <Trans>Show password</Trans>}
      </Button>
    </div>
  )
}

function Refusal({ problem, step }: { problem: Problem | undefined; step: 'password' | 'code' }) {
  const words = useRefusalWords()
  return (
    <div role="alert">
      {problem && (
        <Alert type={problem.code === 'locked' ? 'warning' : 'error'} slim>
          <AlertText>{words(problem, step)}</AlertText>
        </Alert>
      )}
    </div>
  )
}

function useRefusalWords(): (problem: Problem, step: 'password' | 'code') => string {
  const { t } = useLingui()
  const trouble = useTroubleWords()
  return (problem, step) => {
    switch (problem.code) {
      case 'sign-in-refused':
        return step === 'code'
          ? t`The code is not right, or is no longer valid. Wait for the next one and type it.`
          : t`User name or password is not right.`
      case 'second-factor-needed':
        return t`The code is not right, or is no longer valid. Wait for the next one and type it.`
      case 'locked':
        return t`This account is locked after five bad tries in 15 minutes. A supervisor of your office can release it; the administrator has been told.`
      default:
        return trouble(problem)
    }
  }
}
