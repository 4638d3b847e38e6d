import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useLabel } from '../words/words.ts'
import { csv } from './csv.ts'
import type { Listing, ListSearch } from './listing.ts'
import css from './tools.module.css'
import { Views } from './views.tsx'

export type ToolsProps<Row> = {
  of: Listing<Row>
  rows: readonly Row[]
  search: ListSearch
  onChange: (search: ListSearch) => void
  csv?: string
}

/** What can be done with a list as a whole: keep this view of it, take it away as a file, print it. */
export function Tools<Row>({ of, rows, search, onChange, csv: address }: ToolsProps<Row>) {
  const [managing, setManaging] = useState(false)
  const { t } = useLingui()
  const label = useLabel()
  const take = (): void => {
    const columns = of.columns.filter(({ text }) => text !== undefined)
    const titles = columns.map(({ title }) => label(title))
    download(
      `${of.name}.csv`,
      csv([titles, ...rows.map((row) => columns.map(({ text }) => text?.(row) ?? ''))]),
    )
  }
  return (
    <div className={`${css.tools} not-printed`}>
      <Button type="button" unstyled onClick={() => setManaging(true)}>
        <Trans>Saved views</Trans>
      </Button>
      {address ? (
        <a href={address} download>
          <Trans>CSV</Trans>
        </a>
      ) : (
        <Button type="button" unstyled aria-label={t`Save as CSV`} onClick={take}>
          <Trans>CSV</Trans>
        </Button>
      )}
      <Button type="button" unstyled onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
      {managing && (
        <Views list={of.name} search={search} onChange={onChange} onClose={() => setManaging(false)} />
      )}
    </div>
  )
}

function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
