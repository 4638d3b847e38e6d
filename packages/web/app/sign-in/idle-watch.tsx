import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { type Ends, lock, secondsLeft, signOut, stayActive } from '../../api/session-store.ts'
import { Dialog, DialogButtons } from '../../parts/dialog/dialog.tsx'

const warnAtSeconds = 120
const touchEverySeconds = 60
const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Warns two minutes before the session ends and hides the page when it has; work on the page keeps it alive. */
export function IdleWatch({ ends }: { ends: Ends }) {
  const [left, setLeft] = useState(() => secondsLeft(ends))
  const [seenEnd, setSeenEnd] = useState(false)
  const warns = left <= warnAtSeconds

  useEffect(() => {
    const look = (): void => {
      const seconds = secondsLeft(ends)
      setLeft(seconds)
      if (seconds <= 0) lock()
    }
    look()
    const timer = setInterval(look, 1000)
    // A machine that slept, or a tab in the background, must hide the page before it is seen again.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ends])

  useSignsOfLife(!warns)

  const isAtTheLatest = Temporal.Instant.compare(ends.latest, ends.idle) <= 0
  if (!warns || left <= 0 || (isAtTheLatest && seenEnd)) return null
  return isAtTheLatest ? (
    <EndWarning left={left} onSeen={() => setSeenEnd(true)} />
  ) : (
    <IdleWarning left={left} />
  )
}

/** While the person types or points, the office hears of it at most once a minute. */
function useSignsOfLife(listening: boolean): void {
  const told = useRef(Temporal.Now.instant())
  useEffect(() => {
    if (!listening) return
    const sign = (): void => {
      const now = Temporal.Now.instant()
      if (told.current.until(now).total('seconds') < touchEverySeconds) return
      told.current = now
      stayActive().catch(() => undefined)
    }
    for (const kind of signsOfLife) document.addEventListener(kind, sign, { passive: true })
    return () => {
      for (const kind of signsOfLife) document.removeEventListener(kind, sign)
    }
  }, [listening])
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function IdleWarning({ left }: { left: number }) {
  const { t } = useLingui()
  const stay = (): void => {
    stayActive().catch(() => undefined)
  }
  return (
    <Dialog title={t`Are you still there?`} onClose={stay}>
      <p>
        <Trans>
          Nothing was done here for a while. In <span role="timer">{clock(left)}</span> the page is hidden and
          asks for your password. What you typed is kept.
        </Trans>
      </p>
      <DialogButtons>
        <Button type="button" onClick={stay}>
          <Trans>Stay signed in</Trans>
        </Button>
        <Button type="button" outline onClick={() => signOut().catch(() => lock())}>
          <Trans>Sign out</Trans>
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function EndWarning({ left, onSeen }: { left: number; onSeen: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Your sign-in ends soon`} onClose={onSeen}>
      <p>
        <Trans>
          A sign-in lasts twelve hours. In <span role="timer">{clock(left)}</span> the page is hidden and asks
          for your password. What you typed is kept.
        </Trans>
      </p>
      <DialogButtons>
        <Button type="button" onClick={onSeen}>
          <Trans>Go on until then</Trans>
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
