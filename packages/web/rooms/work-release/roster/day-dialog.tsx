import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { dayInWords } from '../../../parts/day/format.ts'
import { Dialog, DialogButtons } from '../../../parts/dialog/dialog.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Decider } from '../../programs/decider/decider.tsx'
import { CreditForm } from './credit-form.tsx'
import { MarkForm } from './mark-form.tsx'
import { MarkHistory } from './mark-history.tsx'
import css from './roster.module.css'
import type { Picked } from './week-table.tsx'

export type DayDialogProps = {
  picked: Picked
  dayMinutes: number
  today: string
  onClose: () => void
}

/** One day of one person: how it stands and why, what it was before, and the form that marks or corrects it. */
export function DayDialog({ picked: { person, day }, dayMinutes, today, onClose }: DayDialogProps) {
  const { i18n } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const key = ['work', 'contract-day', day.contractDayId]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        api.GET('/api/work-release/contract-days/{id}', { params: { path: { id: day.contractDayId } } }),
      ),
    // A dialog that opens on yesterday's answer would offer a correction of what no longer stands.
    gcTime: 0,
  })
  useLiveQuery(['work.attendance-marked'], key)
  const done = async (): Promise<void> => {
    onClose()
    await client.invalidateQueries({ queryKey: ['work'] })
  }
  const history = query.data
  const isToCome = day.day > today
  const mayMark = may('attendance.write') && !isToCome
  return (
    <Dialog title={`${person.name}, ${dayInWords(day.day, i18n.locale)}`} onClose={onClose} width="wide">
      <div className={css.dialog}>
        {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
        {isToCome && (
          <p>
            <Trans>This day has not come yet: attendance is marked on the day or after it.</Trans>
          </p>
        )}
        {history && !isToCome && <MarkHistory marks={history.marks} />}
        {history && mayMark && history.marks[0]?.askOfficer && (
          <Decider decision="partial-day-credit">
            <CreditForm history={history} onDone={() => void done()} />
          </Decider>
        )}
        {history && mayMark ? (
          <section aria-labelledby="mark-day" className={css.part}>
            <h3 id="mark-day">
              {history.marks.length > 0 ? <Trans>Correct the mark</Trans> : <Trans>Mark the day</Trans>}
            </h3>
            <MarkForm
              history={history}
              dayMinutes={dayMinutes}
              onDone={() => void done()}
              onClose={onClose}
            />
          </section>
        ) : (
          <DialogButtons>
            <Button type="button" outline onClick={onClose}>
              <Trans>Close</Trans>
            </Button>
          </DialogButtons>
        )}
      </div>
    </Dialog>
  )
}
