import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { type Problem, Refused } from '../../api/problem.ts'
import css from './trouble.module.css'

/** What a refusal or a lost connection means, in a sentence. The office's own words come first. */
export function useTroubleWords(): (problem: Problem | undefined) => string {
  const { t } = useLingui()
  return (problem) => {
    if (problem === undefined || problem.status === 0)
      return t`The office cannot be reached. Check the connection; nothing is lost.`
    if (problem.message !== '') return problem.message
    if (problem.status === 403) return t`Your role does not allow this.`
    if (problem.status === 404) return t`This record is not there, or is not one of your office.`
    if (problem.status === 413) return t`This is larger than the office accepts.`
    if (problem.status === 429) return t`Too many requests in a short time. Wait a minute, then try again.`
    return t`The office could not do this (answer ${problem.status}). Try again; if it stays, tell an administrator.`
  }
}

/** Shown where something should stand that could not be loaded: what went wrong and a way to try again. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useTroubleWords()
  const problem = error instanceof Refused ? error.problem : undefined
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h2">
        <Trans>This could not be loaded</Trans>
      </AlertHeading>
      <AlertText>{error instanceof Refused || isNetwork(error) ? words(problem) : String(error)}</AlertText>
      {onRetry && (
        <Button type="button" outline className={css.retry ?? ''} onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </Alert>
  )
}

/** Browsers report a request that never reached its server as a TypeError. */
const isNetwork = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load/i.test(error.message)
