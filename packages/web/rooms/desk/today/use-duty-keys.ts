import { useLingui } from '@lingui/react/macro'
import { type RefObject, useRef } from 'react'
import { useKeys } from '../../../parts/keys/keys.tsx'

/**
 * The keys that go through what waits: from button to button, and from the first of a kind to the first of the next.
 * @returns what the lists stand in
 */
export function useDutyKeys(): RefObject<HTMLDivElement | null> {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const go = (by: 1 | -1, to: string) => {
    const buttons = [...(box.current?.querySelectorAll('li > a') ?? [])]
    const goals = buttons.filter((button) => button.matches(to))
    const here = buttons.indexOf(document.activeElement as Element)
    const ahead = goals.filter((goal) => (buttons.indexOf(goal) - here) * by > 0)
    const goal = here === -1 ? goals[0] : by === 1 ? ahead[0] : ahead.at(-1)
    if (goal instanceof HTMLElement) goal.focus()
  }
  const first = 'li:first-child > a'
  useKeys([
    { key: 'j', does: t`Next duty`, press: () => go(1, '*') },
    { key: 'k', does: t`Duty before`, press: () => go(-1, '*') },
    { key: 'J', does: t`Next kind of duty`, press: () => go(1, first) },
    { key: 'K', does: t`Kind of duty before`, press: () => go(-1, first) },
  ])
  return box
}
