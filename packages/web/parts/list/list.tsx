import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useMemo } from 'react'
import { Empty } from '../empty/empty.tsx'
import { Trouble } from '../trouble/trouble.tsx'
import { useLabel } from '../words/words.ts'
import { arrange } from './arrange.ts'
import { Filters } from './filters.tsx'
import css from './list.module.css'
import type { Listing, ListSearch } from './listing.ts'
import { OrderSelect } from './order-select.tsx'
import { setFilters } from './search.ts'
import { Skeleton } from './skeleton.tsx'
import { Table } from './table.tsx'
import { Tools } from './tools.tsx'

/** What a list needs to know of its data; TanStack Query's result has it all. */
export type ListData<Row> = {
  data: { rows: readonly Row[]; total?: number } | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

export type ListProps<Row> = {
  of: Listing<Row>
  /** What the address bar holds: `page.useSearch()`. */
  search: ListSearch
  query: ListData<Row>
  /** Address of the office's own file, with its filters; else the file is made of what is shown. */
  csv?: string
  /** What would fill the list, said when it is empty. */
  fills: ReactNode
}

/**
 * A list as every page has it: filters and order in the address bar, count, file, print, saved views, keyboard. Thousands
 * of rows scroll without hesitation; on a phone each row stands as a card.
 */
export function List<Row>({ of, search, query, csv, fills }: ListProps<Row>) {
  const { i18n } = useLingui()
  const label = useLabel()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = query
  const rows = useMemo(
    () => arrange(of, data?.rows ?? [], search, i18n.locale),
    [of, data, search, i18n.locale],
  )
  const isFiltered = setFilters(of.filters ?? [], search).length > 0
  const change = (next: ListSearch): void => {
    // The list stands on many pages; each checks its own keys in `validateSearch`.
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  }
  const clear = (): void => change(search.sort === undefined ? {} : { sort: search.sort })

  return (
    <section className={css.frame} aria-label={label(of.title)}>
      <div className={css.list}>
        <div className={css.head}>
          {of.filters && <Filters filters={of.filters} search={search} onChange={change} />}
          <OrderSelect of={of} search={search} onChange={change} />
          <Tools of={of} rows={rows} search={search} onChange={change} {...(csv ? { csv } : {})} />
        </div>
        {data && <Count shown={rows.length} sent={data.rows.length} total={data.total ?? data.rows.length} />}
        {error !== null && error !== undefined && <Trouble error={error} onRetry={() => void refetch()} />}
        {isPending && !error && <Skeleton columns={of.columns.length} />}
        {data && rows.length > 0 && <Table of={of} rows={rows} search={search} onChange={change} />}
        {data && rows.length === 0 && <Nothing isFiltered={isFiltered} fills={fills} onClear={clear} />}
      </div>
    </section>
  )
}

function Count({ shown, sent, total }: { shown: number; sent: number; total: number }) {
  const { i18n } = useLingui()
  const number = (value: number): string => new Intl.NumberFormat(i18n.locale).format(value)
  return (
    <p role="status" className={css.count}>
      {shown === total ? (
        <Trans>{number(total)} in all</Trans>
      ) : (
        <Trans>
          {number(shown)} of {number(total)}
        </Trans>
      )}
      {sent < total && (
        <>
          {'. '}
          <Trans>Only the first {number(sent)} were looked at: narrow the filters.</Trans>
        </>
      )}
    </p>
  )
}

type NothingProps = { isFiltered: boolean; fills: ReactNode; onClear: () => void }

function Nothing({ isFiltered, fills, onClear }: NothingProps) {
  const { t } = useLingui()
  if (!isFiltered) return <Empty title={t`Nothing here yet`}>{fills}</Empty>
  return (
    <Empty title={t`Nothing fits these filters`}>
      <Button type="button" outline onClick={onClear}>
        <Trans>Clear the filters</Trans>
      </Button>
    </Empty>
  )
}
