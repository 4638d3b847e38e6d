import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useKeys } from '../../parts/keys/keys.tsx'
import { useMay } from '../session-hooks.ts'
import css from './search-box.module.css'

/**
 * Search from anywhere, of what one's role may find: the people of the office, or whom the monitoring center follows.
 * Who may find nobody has none.
 */
export function SearchBox() {
  const { t } = useLingui()
  const may = useMay()
  if (may('search.use'))
    return (
      <Box
        page="/search"
        label={t`Search people: name, docket, booking or phone number`}
        hint={t`Name, docket, booking or phone number`}
      />
    )
  if (may('alarm.read'))
    return (
      <Box
        page="/followed"
        label={t`Search people followed: name or serial number of the unit`}
        hint={t`Name or unit number`}
      />
    )
  return null
}

type BoxProps = {
  /** The page that shows what was found. */
  page: '/search' | '/followed'
  label: string
  hint: string
}

/** `/` brings the cursor here. */
function Box({ page, label, hint }: BoxProps) {
  const { t } = useLingui()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  useKeys([{ key: '/', does: t`Search`, press: () => input.current?.focus() }])

  return (
    <search className={css.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const asked = input.current?.value.trim() ?? ''
          if (asked !== '') router.navigate({ href: `${page}?q=${encodeURIComponent(asked)}` })
        }}
      >
        <input
          ref={input}
          type="search"
          className={css.input}
          aria-label={label}
          placeholder={hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <span className={css.key} aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}
