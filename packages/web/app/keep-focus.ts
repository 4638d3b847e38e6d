// Who works by keyboard stands somewhere at all times. Browsers let the focus fall to nowhere when what has it goes away:
// an alarm that was closed leaves the queue, a button that did its work is drawn no more.

/** What the focus stood on last, and what that stands in, from the inside out; empty when it was given up on purpose. */
let stood: readonly Element[] = []

/** Parts of a page in which one can go on. */
const parts = 'dialog[open], section, article, nav, main'
const fields = ':is(input, select, textarea, button):not([type="hidden"], :disabled)'

/** Brings the focus, when what had it is gone, to the nearest part of the page that is still there. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) stood = [...outwards(target)]
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Pressed beside everything: the person has left it.
    queueMicrotask(() => {
      const isThere = target instanceof HTMLElement && target.isConnected && !target.matches(':disabled')
      if (isThere && relatedTarget === null && document.hasFocus() && isNowhere()) stood = []
    })
  })
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  })
}

const isNowhere = (): boolean => document.activeElement === document.body

function* outwards(from: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = at.parentElement) yield at
}

function look(changes: readonly MutationRecord[]): void {
  const [last] = stood
  if (!last || !isNowhere()) return
  // A button that slept while it was answered has the focus again when it wakes.
  const woke = changes.some(({ type, target }) => type === 'attributes' && target === last)
  if (!last.isConnected) stand(nearest())
  else if (woke && !last.matches(':disabled')) stand(last)
}

function nearest(): Element | null {
  const place = stood.find((each) => each.isConnected && each.matches(parts))
  if (place?.matches('dialog')) return place.querySelector(`form ${fields}`) ?? place.querySelector(fields)
  return place && !place.matches('main') ? place : document.querySelector('main h1')
}

/** Puts the focus on something, also where no key would stop by itself. */
function stand(on: Element | null): void {
  if (!(on instanceof HTMLElement)) return
  if (on.tabIndex < 0 && !on.hasAttribute('tabindex')) on.tabIndex = -1
  on.focus({ preventScroll: true })
}
