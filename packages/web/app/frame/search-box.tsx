import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useKeys } from '../../parts/keys/keys.tsx'
import css from './search-box.module.css'

/** Search for a person, from anywhere. `/` brings the cursor here. */
export function SearchBox() {
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
          if (asked !== '') router.navigate({ href: `/search?q=${encodeURIComponent(asked)}` })
        }}
      >
        <input
          ref={input}
          type="search"
          className={css.input}
          aria-label={t`Search people: name, docket, booking or phone number`}
          placeholder={t`Name, docket, booking or phone number`}
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
