import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Clock } from './clock.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LiveMark } from './live-mark.tsx'
import { OpenAlarms } from './open-alarms.tsx'
import { SearchBox } from './search-box.tsx'
import css from './top-bar.module.css'
import { Who } from './who.tsx'

export type TopBarProps = { roomsOpen: boolean; onRooms: () => void }

export function TopBar({ roomsOpen, onRooms }: TopBarProps) {
  const { t } = useLingui()
  return (
    <header className={`${css.bar} not-printed`}>
      <button
        type="button"
        className={css.rooms}
        aria-expanded={roomsOpen}
        aria-controls="rooms"
        onClick={onRooms}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true" className={css.icon}>
          <path d="M2 5h16M2 10h16M2 15h16" />
        </svg>
        <Trans>Rooms</Trans>
      </button>
      <Link to="/" className={css.mark} aria-label={t`Inlieu, to the first page`}>
        Inlieu
      </Link>
      <SearchBox />
      <div className={css.now}>
        <LiveMark />
        <OpenAlarms />
        <Clock />
      </div>
      <div className={`${css.me} ${roomsOpen ? css.shown : ''}`}>
        <LanguageSwitch />
        <Who />
      </div>
    </header>
  )
}
