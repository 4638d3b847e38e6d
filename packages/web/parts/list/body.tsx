import { useLingui } from '@lingui/react/macro'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useKeys } from '../keys/keys.tsx'
import { useLabel } from '../words/words.ts'
import type { Column, Listing } from './listing.ts'
import css from './table.module.css'
import { usePrinting } from './use-printing.ts'

/** From this many rows on only those near the window are drawn. */
const manyRows = 200
const usualHeight = 31
const overscan = 20

export type BodyProps<Row> = { of: Listing<Row>; rows: readonly Row[] }

/** The rows. Of thousands only those in sight are drawn, and all of them on paper. */
export function Body<Row>({ of, rows }: BodyProps<Row>) {
  const printing = usePrinting()
  const [start, setStart] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const drawsAll = printing || rows.length <= manyRows

  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0
    setStart(top + window.scrollY)
  }, [])

  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    getItemKey: (index) => of.rowKey(rows[index]!),
    overscan,
    scrollMargin: start,
    enabled: !drawsAll,
  })
  const walk = useRowWalk(body, rows.length, (index) => !drawsAll && virtual.scrollToIndex(index))

  if (drawsAll) {
    return (
      <tbody ref={body} onKeyDown={walk}>
        {rows.map((row, index) => (
          <Line key={of.rowKey(row)} of={of} row={row} index={index} />
        ))}
      </tbody>
    )
  }
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? start) - start
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? start) - start)
  return (
    <tbody ref={body} onKeyDown={walk}>
      <Gap height={before} columns={of.columns.length} />
      {items.map((item) => (
        <Line
          key={item.key as string}
          of={of}
          row={rows[item.index]!}
          index={item.index}
          measure={virtual.measureElement}
        />
      ))}
      <Gap height={after} columns={of.columns.length} />
    </tbody>
  )
}

/** Holds the place of the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be reached; it only takes up room.
    <tr aria-hidden="true" className={css.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

type LineProps<Row> = {
  of: Listing<Row>
  row: Row
  index: number
  measure?: (row: HTMLTableRowElement | null) => void
}

function Line<Row>({ of, row, index, measure }: LineProps<Row>) {
  const label = useLabel()
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} tabIndex={-1}>
      {of.columns.map((column) => (
        <td key={column.key} data-title={label(column.title)} className={classOf(column, row)}>
          {/* One thing, however many it is made of: on a card it stands whole beside the name of its column. */}
          <div>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}

/** A word that would push the other columns off the page. */
const longWord = /[^\s-]{25}/

function classOf<Row>({ align, oneLine, text }: Column<Row>, row: Row): string | undefined {
  if (align === 'end') return css.end
  if (oneLine) return css.oneLine
  return text && longWord.test(text(row)) ? css.breaks : undefined
}

const inRow = 'a[href], button, input, select'

/** Arrow keys, and `j` `k` from anywhere on the page, walk the rows; the focus stands on the row's first link. */
function useRowWalk(
  body: React.RefObject<HTMLTableSectionElement | null>,
  count: number,
  bringIntoSight: (index: number) => void,
): (event: KeyboardEvent) => void {
  const { t } = useLingui()
  const wanted = useRef<number>(undefined)

  const focusWanted = (): void => {
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = undefined
    const target = row.querySelector<HTMLElement>(inRow) ?? row
    target.focus()
  }
  // A row that was out of sight is drawn one step later.
  useEffect(focusWanted)

  const go = (index: number): void => {
    wanted.current = Math.max(0, Math.min(count - 1, index))
    bringIntoSight(wanted.current)
    focusWanted()
  }
  const here = (): number => {
    const row = document.activeElement?.closest('tr[data-index]')
    return row && body.current?.contains(row) ? Number(row.getAttribute('data-index')) : -1
  }

  useKeys([
    { key: 'j', does: t`Next row`, press: () => go(here() + 1) },
    { key: 'k', does: t`Row before`, press: () => go(here() - 1) },
  ])

  return (event) => {
    const index = here()
    const target: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: count - 1,
    }
    const next = target[event.key]
    // In a field of a row the arrows are the field's own.
    if (next === undefined || index === -1 || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    go(next)
  }
}
