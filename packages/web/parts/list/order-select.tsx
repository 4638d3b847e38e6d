import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useLabel } from '../words/words.ts'
import type { Listing, ListSearch } from './listing.ts'
import css from './order-select.module.css'

export type OrderSelectProps<Row> = {
  of: Listing<Row>
  search: ListSearch
  onChange: (search: ListSearch) => void
}

/** The order of a list where there is no room for headings that could be pressed. */
export function OrderSelect<Row>({ of, search, onChange }: OrderSelectProps<Row>) {
  const id = useId()
  const { t } = useLingui()
  const label = useLabel()
  const sortable = of.columns.filter(({ sort }) => sort !== undefined)
  if (sortable.length === 0) return null
  return (
    <div className={`${css.order} not-printed`}>
      <label htmlFor={id}>{t`Order`}</label>
      <select
        id={id}
        className="usa-select"
        value={search.sort ?? of.order ?? ''}
        onChange={(event) => onChange({ ...search, sort: event.target.value })}
      >
        {of.order === undefined && <option value="">{t`As the office lists them`}</option>}
        {sortable.flatMap(({ key, title }) => [
          <option key={key} value={key}>
            {label(title)}
          </option>,
          <option key={`-${key}`} value={`-${key}`}>
            {t`${label(title)}, last first`}
          </option>,
        ])}
      </select>
    </div>
  )
}
