import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { type Room, rooms } from '../rooms.ts'
import { useMay } from '../session-hooks.ts'
import css from './rooms.module.css'

export type RoomsProps = { open: boolean; onLeave: () => void }

type Entry = { path: string; title: MessageDescriptor; room: Room; order: number }

/** The rooms at the left, each with its pages: those alone that the person may open. */
export function Rooms({ open, onLeave }: RoomsProps) {
  const { i18n, t } = useLingui()
  const entries = useEntries()
  const shown = (Object.keys(rooms) as Room[]).filter((room) => entries.some((entry) => entry.room === room))
  return (
    <nav id="rooms" className={`${css.rooms} ${open ? css.open : ''} not-printed`} aria-label={t`Rooms`}>
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
                    activeOptions={{ exact: entry.path === '/', includeSearch: false }}
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
