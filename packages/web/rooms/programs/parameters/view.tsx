import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { Day } from '../../../parts/day/day.tsx'
import { Filters } from '../../../parts/list/filters.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { ParameterRow } from './parameter-row.tsx'
import css from './parameters.module.css'
import { type ParameterList, useParameters } from './use-parameters.ts'
import { WaitingValues } from './waiting-values.tsx'

const route = getRouteApi('/staff/parameters')

/** The numbers and choices that a board may change: what holds on a day, from where, and what it was before. */
export function Parameters() {
  const { t } = useLingui()
  const search = route.useSearch()
  const query = useParameters(search)
  const file = `/api/programs/parameters?${new URLSearchParams({ format: 'csv', ...search })}`
  return (
    <Page
      title={t`Parameters`}
      lead={query.data && <Policy list={query.data} />}
      actions={
        <>
          <a href={file} download className="usa-button usa-button--outline">
            <Trans>Save as CSV</Trans>
          </a>
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the parameters…`}</p>}
      {query.data && (
        <>
          <WaitingValues list={query.data} />
          <AsOf list={query.data} />
          <div className={css.rows}>
            {query.data.parameters.map((parameter) => (
              <ParameterRow key={parameter.name} parameter={parameter} list={query.data} />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

function Policy({ list }: { list: ParameterList }) {
  const { program } = list
  if (program.policyNumber === null || program.boardAction === null)
    return (
      <Trans>
        {program.name}, effective <Day day={program.effective} of="record" />; {program.statute}
      </Trans>
    )
  return (
    <Trans>
      {program.name}, policy {program.policyNumber}, effective <Day day={program.effective} of="record" />,
      Board action <Day day={program.boardAction} of="record" />; {program.statute}
    </Trans>
  )
}

/** Another program, and another day to look at: what held then, or will hold. */
function AsOf({ list }: { list: ParameterList }) {
  const navigate = useNavigate()
  const { on, pack } = route.useSearch()
  const filters = [
    {
      key: 'pack',
      label: msg`Program`,
      as: 'choice' as const,
      options: list.programs.slice(1).map(({ pack, name }) => ({ value: pack, label: name })),
      unchosen: list.programs[0]!.name,
    },
    { key: 'on', label: msg`On another day`, as: 'day' as const },
  ]
  return (
    <div>
      <Filters
        filters={filters}
        search={{ ...(on ? { on } : {}), ...(pack ? { pack } : {}) }}
        onChange={(chosen) =>
          void navigate({
            to: '/parameters',
            search: {
              ...(chosen.on ? { on: chosen.on } : {}),
              ...(chosen.pack ? { pack: chosen.pack } : {}),
            },
          })
        }
      />
      <p>
        <Trans>
          As they stand on <Day day={list.on} />.
        </Trans>
      </p>
    </div>
  )
}
