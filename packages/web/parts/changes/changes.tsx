import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../app/session-hooks.ts'
import { Moment } from '../day/day.tsx'
import { Trouble } from '../trouble/trouble.tsx'
import css from './changes.module.css'

export type ChangesProps = { room: string; record: string; id: string; opened?: boolean }

/**
 * Who changed a record, when, why, and what it was before: closed until asked for. Shown only to those who may read
 * the history.
 * @param room and `record`: schema and table of the record, as the trail names them
 * @param opened it stands open at once, where somebody asked for it already
 */
export function Changes({ room, record, id, opened = false }: ChangesProps) {
  const [open, setOpen] = useState(opened)
  const may = useMay()
  const query = useQuery({
    queryKey: ['desk', 'changes', room, record, id],
    enabled: open,
    queryFn: async () => {
      const { data } = await api.GET('/api/desk/changes', { params: { query: { room, record, id } } })
      return data?.changes ?? []
    },
  })
  if (!may('history.read')) return null
  return (
    <details className={css.changes} open={opened} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Changes: who, when, why</Trans>
      </summary>
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.data && (
        <ol className={css.list}>
          {query.data.map((change) => (
            <li key={`${change.at}-${change.verb}`}>
              <p className={css.who}>
                <Moment at={change.at} /> · {change.actorName ?? <Trans>The office</Trans>} · {change.verb}
                {change.reason !== '' && <> · {change.reason}</>}
              </p>
              {change.erased ? (
                <p>
                  <Trans>Its content was taken out by an erasure order.</Trans>
                </p>
              ) : (
                <Differences before={change.before} after={change.after} />
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

function Differences({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const { t } = useLingui()
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'version' && name !== 'agency_id',
  )
  return (
    <dl className={css.differences}>
      {names.map((name) => (
        <div key={name}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>
            {name in before && <s>{asText(before[name], t`empty`)}</s>}{' '}
            {name in after && <span>{asText(after[name], t`empty`)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function asText(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === '') return empty
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
