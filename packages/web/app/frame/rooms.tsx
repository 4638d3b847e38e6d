import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useKeys } from '../../parts/keys/keys.tsx'
import { type Room, rooms } from '../rooms.ts'
import { useMay } from '../session-hooks.ts'
import css from './rooms.module.css'

export type RoomsProps = { open: boolean; onOpen: () => void; onLeave: () => void }

type Entry = { path: string; title: MessageDescriptor; room: Room; order: number }

/** The rooms at the left, each with its pages: those alone that the person may open. */
export function Rooms({ open, onOpen, onLeave }: RoomsProps) {
  const { i18n, t } = useLingui()
  const entries = useEntries()
  const nav = useRef<HTMLElement>(null)
  const walk = useWalk(nav, onOpen)
  const shown = (Object.keys(rooms) as Room[]).filter((room) => entries.some((entry) => entry.room === room))
  return (
    <nav
      ref={nav}
      id="rooms"
      className={`${css.rooms} ${open ? css.open : ''} not-printed`}
      aria-label={t`Rooms`}
      onKeyDown={walk}
    >
      {shown.length === 0 && (
        <p className={css.none}>
          <Trans>No room is open to your role. Ask an administrator.</Trans>
        </p>
      )}
      {shown.map((room) => (
        <section key={room} className={css.room}>
          <h2 className={css.name}>{i18n._(rooms[room])}</h2>
          <ul>
            {entries
              .filter((entry) => entry.room === room)
              .map((entry) => (
                <li key={entry.path}>
                  <Link
                    to={entry.path}
                    className={css.page}
                    activeOptions={{ exact: holdsAnother(entries, entry), includeSearch: false }}
                    onClick={onLeave}
                  >
                    {i18n._(entry.title)}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** A page under whose address another of the menu lies is marked at its own alone, so that one is where one is. */
const holdsAnother = (entries: readonly Entry[], { path }: Entry): boolean =>
  path === '/' || entries.some((other) => other.path.startsWith(`${path}/`))

/** `m` brings the focus to the page where one is; from there the arrows walk the list. */
function useWalk(nav: RefObject<HTMLElement | null>, onOpen: () => void): (event: KeyboardEvent) => void {
  const { t } = useLingui()
  const enter = (): void => {
    // Where the window is narrow the list is closed and cannot hold the focus until it is drawn.
    flushSync(onOpen)
    const here = nav.current?.querySelector<HTMLElement>('a[aria-current]')
    const first = nav.current?.querySelector<HTMLElement>('a')
    ;(here ?? first)?.focus()
  }
  useKeys([{ key: 'm', does: t`Go to the pages; arrows move, Enter opens`, press: enter }])
  return (event) => {
    const links = [...(nav.current?.querySelectorAll('a') ?? [])]
    const place = links.indexOf(document.activeElement as HTMLAnchorElement)
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    links[Math.max(0, Math.min(links.length - 1, to))]?.focus()
  }
}

function useEntries(): Entry[] {
  const router = useRouter()
  const may = useMay()
  return Object.values(router.routesByPath)
    .flatMap((route): Entry[] => {
      const { title, permission, menu } = route.options.staticData ?? {}
      if (!menu || !title || !may(permission ?? null)) return []
      return [{ path: route.fullPath, title, ...menu }]
    })
    .sort((a, b) => a.order - b.order)
}
