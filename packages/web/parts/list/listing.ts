import type { ReactNode } from 'react'
import type { Option } from '../form/fields.ts'
import type { Words } from '../words/words.ts'

/** One column of a list. */
export type Column<Row> = {
  key: string
  title: Words
  cell: (row: Row) => ReactNode
  /** The cell as plain text, for the file that leaves; without it the column is left out of the file. */
  text?: (row: Row) => string
  /** What rows are ordered by; null comes last either way. Without it the column cannot be sorted. */
  sort?: (row: Row) => string | number | null
  /** Figures stand at the end of their column. */
  align?: 'end'
  /** Kept on one line, as a docket number. */
  oneLine?: boolean
}

type FilterOf<Row> = {
  /** Its name in the address bar. */
  key: string
  label: Words
  /** Whether the row passes. Left out where the office filters: then the page sends the value in its query. */
  passes?: (row: Row, value: string) => boolean
}

/** One filter over a list; its value is text in the address bar, a day as `YYYY-MM-DD`. */
export type Filter<Row> =
  | (FilterOf<Row> & { as: 'text' })
  | (FilterOf<Row> & {
      as: 'choice'
      options: readonly Option[]
      /** What is listed while nothing is chosen, where that is not all. */
      unchosen?: Words
    })
  | (FilterOf<Row> & { as: 'day' })

/** A list: what it is called, its columns and its filters. */
export type Listing<Row> = {
  /** Finds its saved views and names its file. */
  name: string
  /** What its rows are, for those who hear it: "Work sites". */
  title: Words
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  filters?: readonly Filter<Row>[]
  /** The order when the address names none: `start`, or `-start` for the other way. */
  order?: string
}

/** What the address bar holds of a list: each filter by its key, and `sort`. */
export type ListSearch = { readonly [key: string]: string | undefined; readonly sort?: string }
