import { Outlet, useMatches } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../session-hooks.ts'
import { AccountNotice } from './account-notice.tsx'
import { Banner } from './banner.tsx'
import css from './frame.module.css'
import { KeyList } from './key-list.tsx'
import { NotAllowed } from './not-allowed.tsx'
import { Rooms } from './rooms.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'

/** What stands around every page of the staff. */
export function Frame() {
  const [roomsOpen, setRoomsOpen] = useState(false)
  return (
    <div className={css.frame}>
      <SkipLink />
      <Banner />
      <TopBar roomsOpen={roomsOpen} onRooms={() => setRoomsOpen(!roomsOpen)} />
      <Rooms open={roomsOpen} onOpen={() => setRoomsOpen(true)} onLeave={() => setRoomsOpen(false)} />
      <main id="matter" className={css.matter} tabIndex={-1}>
        <AccountNotice />
        <Allowed />
      </main>
      <KeyList />
    </div>
  )
}

function Allowed() {
  const may = useMay()
  const permission = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission ?? null })
  return may(permission) ? <Outlet /> : <NotAllowed />
}
