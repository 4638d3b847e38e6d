import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './trail.module.css'

const route = getRouteApi('/staff/trail')
const pageSize = 200

/** The trail of the office: who did what to which record, and who opened what is recorded when opened. */
export function Trail() {
  const { t } = useLingui()
  const { operation } = route.useSearch()
  const query = useInfiniteQuery({
    queryKey: ['desk', 'trail', operation],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/desk/trail', {
          params: {
            query: {
              limit: pageSize,
              ...(operation ? { operation } : {}),
              ...(pageParam === undefined ? {} : { before: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (last) => (last.lines.length === pageSize ? last.lines.at(-1)?.id : undefined),
  })
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  const filters = [
    { operation: undefined, name: t`All` },
    { operation: 'insert', name: t`Added` },
    { operation: 'update', name: t`Changed` },
    { operation: 'look', name: t`Looked at` },
  ] as const
  const csvAddress = `/api/desk/trail.csv?limit=5000${operation ? `&operation=${operation}` : ''}`
  return (
    <Page
      title={t`Audit trail`}
      lead={t`Every row is sealed within a second. “inlieu audit verify” at the machine recomputes them all.`}
      actions={
        <a className="usa-button usa-button--outline" href={csvAddress}>
          <Trans>Save as CSV</Trans>
        </a>
      }
    >
      <nav aria-label={t`What to show`} className={css.filters}>
        {filters.map((filter) => (
          <Link
            key={filter.name}
            to="/trail"
            search={{ operation: filter.operation }}
            aria-current={filter.operation === operation ? 'true' : undefined}
          >
            {filter.name}
          </Link>
        ))}
      </nav>
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the trail…`}</p>}
      {query.data && lines.length === 0 && <Empty title={t`Nothing of this kind yet`} />}
      {lines.length > 0 && (
        <table className={css.table} aria-label={t`Audit trail`}>
          <thead>
            <tr>
              <th scope="col">{t`When`}</th>
              <th scope="col">{t`Who`}</th>
              <th scope="col">{t`Act`}</th>
              <th scope="col">{t`Record`}</th>
              <th scope="col">{t`Why`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td data-title={t`When`}>
                  <Moment at={line.at} />
                </td>
                <td data-title={t`Who`}>{line.actorName ?? t`The office`}</td>
                <td data-title={t`Act`}>{line.verb}</td>
                <td data-title={t`Record`}>
                  <span>
                    {line.room}.{line.record} <span className={css.soft}>{line.rowId.slice(0, 8)}</span>
                  </span>
                </td>
                <td data-title={t`Why`}>{line.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage && (
        <Button
          type="button"
          outline
          disabled={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          <Trans>Show older</Trans>
        </Button>
      )}
    </Page>
  )
}
