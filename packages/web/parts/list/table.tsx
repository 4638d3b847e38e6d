import { useLabel } from '../words/words.ts'
import { Body } from './body.tsx'
import type { Listing, ListSearch } from './listing.ts'
import { readOrder, turnOrder } from './search.ts'
import css from './table.module.css'

export type TableProps<Row> = {
  of: Listing<Row>
  rows: readonly Row[]
  search: ListSearch
  onChange: (search: ListSearch) => void
}

/** A plain table: headings that sort, rows that the arrow keys walk. */
export function Table<Row>({ of, rows, search, onChange }: TableProps<Row>) {
  const label = useLabel()
  const sort = search.sort ?? of.order
  const order = readOrder(sort)
  return (
    <table className={css.table} aria-rowcount={rows.length + 1}>
      <caption className="only-heard">{label(of.title)}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {of.columns.map((column) => {
            const isOrder = order?.key === column.key
            const direction = order?.descending ? 'descending' : 'ascending'
            return (
              <th
                key={column.key}
                scope="col"
                className={column.align === 'end' ? css.end : undefined}
                aria-sort={isOrder && column.sort ? direction : undefined}
              >
                {column.sort ? (
                  <button
                    type="button"
                    className={css.sort}
                    onClick={() => onChange({ ...search, sort: turnOrder(sort, column.key) })}
                  >
                    {label(column.title)}
                    <Arrow direction={isOrder ? direction : undefined} />
                  </button>
                ) : (
                  label(column.title)
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <Body of={of} rows={rows} />
    </table>
  )
}

function Arrow({ direction }: { direction: 'ascending' | 'descending' | undefined }) {
  return (
    <svg viewBox="0 0 8 10" aria-hidden="true" className={css.arrow}>
      {direction !== 'descending' && <path d="M4 0 7.5 4h-7z" />}
      {direction !== 'ascending' && <path d="M4 10 .5 6h7z" />}
    </svg>
  )
}
