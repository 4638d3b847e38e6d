import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { parametersKey } from '../../programs/parameters/use-parameters.ts'

/** The question that a parameter answers, by its name in the law; only who approves parameters has use for it. */
export function useParameterQuestion(): (name: string) => string {
  const said = useSaid()
  const may = useMay()
  const { data } = useQuery({
    queryKey: [...parametersKey, undefined],
    queryFn: () => answer(api.GET('/api/programs/parameters', { params: { query: {} } })),
    enabled: may('parameter.approve'),
  })
  return (name) => {
    const parameter = data?.parameters.find((one) => one.name === name)
    return parameter ? said(parameter.question) : ''
  }
}
