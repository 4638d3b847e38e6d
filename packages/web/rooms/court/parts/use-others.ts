import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { dayOfRecord } from '../../../parts/day/format.ts'
import type { Option } from '../../../parts/form/index.ts'
import type { PersonFiles } from './types.ts'

const nothing: PersonFiles = { commitments: [], files: [] }

/** What the office has of a person: other commitments as options of a form, and files (WAP-P1.2). */
export function useOthers(whose: string): { options: readonly Option[]; files: PersonFiles['files'] } {
  const isKnown = whose !== '' && whose !== 'new'
  const { data = nothing } = useQuery({
    queryKey: ['court', 'person', whose],
    enabled: isKnown,
    queryFn: () => answer(api.GET('/api/court/people/{personId}', { params: { path: { personId: whose } } })),
  })
  const options = useOtherOptions(isKnown ? data.commitments : nothing.commitments)
  return { options, files: isKnown ? data.files : nothing.files }
}

/** Other commitments as options: docket, court and day of sentence tell them apart. What went back is left out. */
export function useOtherOptions(commitments: PersonFiles['commitments']): readonly Option[] {
  const { t, i18n } = useLingui()
  return useMemo(
    () =>
      commitments
        .filter(({ isReturned }) => !isReturned)
        .map(({ id, docket, courtName, sentencedOn }) => ({
          value: id,
          label: [
            docket || t`no docket number`,
            courtName,
            sentencedOn && t`sentenced ${dayOfRecord(sentencedOn, i18n.locale)}`,
          ]
            .filter(Boolean)
            .join(', '),
        })),
    [commitments, t, i18n.locale],
  )
}
