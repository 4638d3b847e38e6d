import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Bars } from '../parts/bars/bars.tsx'
import { Because } from '../parts/because/because.tsx'
import { Checklist } from '../parts/checklist/checklist.tsx'
import { Confirm } from '../parts/confirm/confirm.tsx'
import { useLive } from '../parts/live/live.ts'
import { MonthGrid } from '../parts/month-grid/month-grid.tsx'
import { Page } from '../parts/page/page.tsx'
import { Paper, PaperBeside } from '../parts/paper/paper.tsx'
import { Status } from '../parts/status/status.tsx'
import { Timeline } from '../parts/timeline/timeline.tsx'
import { WeekGrid } from '../parts/week-grid/week-grid.tsx'

const days = {
  '2026-03-02': { places: 3 },
  '2026-03-03': { places: 0 },
  '2026-03-04': { places: 1 },
  '2026-03-05': { closed: 'County holiday' },
  '2026-03-09': { places: 12 },
  '2026-04-01': { places: 2 },
}

export function PartsView() {
  const [month, setMonth] = useState('2026-03')
  const [picked, setPicked] = useState<string[]>(['2026-03-02'])
  const [asks, setAsks] = useState(false)
  const [heard, setHeard] = useState<string[]>([])
  useLive(['payment.*'], (event) => setHeard((all) => [...all, event === 'reload' ? event : event.kind]))
  const toggle = (day: string) =>
    setPicked(picked.includes(day) ? picked.filter((other) => other !== day) : [...picked, day])
  return (
    <Page
      title="Parts"
      lead="Each as a page shows it"
      actions={
        <Button type="button" onClick={() => setAsks(true)}>
          Ask
        </Button>
      }
    >
      <p id="heard">{heard.join(' ')}</p>
      <MonthGrid
        title="Days at the park"
        month={month}
        onMonth={setMonth}
        days={days}
        picked={picked}
        onPick={toggle}
        today="2026-03-04"
      />
      <WeekGrid
        title="Week of March 2"
        rowTitle="Person"
        from="2026-03-02"
        rows={[
          {
            key: 'a',
            head: 'Ortega, Maria',
            cell: (day) => (day < '2026-03-05' ? <Status tone="settled">worked</Status> : null),
          },
          {
            key: 'b',
            head: 'Washington-Alvarez, Constance Philippa',
            cell: (day) => (day > '2026-03-05' ? <Status tone="waiting">due</Status> : null),
          },
        ]}
        foot={{ head: 'People', cell: (day) => (day < '2026-03-05' ? 1 : 2) }}
      />
      <Checklist
        title="Commitment"
        items={[
          { key: '1', label: 'Defendant’s name', state: 'there', clause: 'WAP-AUTH.1', note: 'Maria Ortega' },
          {
            key: '2',
            label: 'Court seal or filing stamp',
            state: 'missing',
            clause: 'WAP-AUTH.1',
            action: (
              <Button type="button" unstyled>
                Ask the court
              </Button>
            ),
          },
          { key: '3', label: 'Original', state: 'asked', clause: 'WAP-AUTH.2', note: 'A fax came on Mar 2' },
          { key: '4', label: 'Statement of the other county', state: 'spare' },
        ]}
      />
      <Because
        clause="WAP-P4.2"
        own
        text="Six days or more: weekends as well as weekdays."
        facts={[{ name: 'Days left', value: 6 }]}
        version="Contra Costa, 1995-01-03"
      >
        six days are left to schedule
      </Because>
      <Timeline
        groups={[
          { id: 'money', name: 'Money' },
          { id: 'work', name: 'Work' },
        ]}
        items={[
          {
            key: '1',
            group: 'money',
            at: '2026-03-02T18:00:00Z',
            title: 'Payment recorded',
            by: 'Dana Ortega',
          },
          { key: '2', group: 'work', at: '2026-03-03T18:00:00Z', title: 'Worked', onDay: '2026-03-02' },
        ]}
      />
      <Bars
        title="Sentences"
        bars={[
          { key: '1', label: 'Docket 1', from: '2026-03-02', until: '2026-04-10' },
          { key: '2', label: 'Docket 2', from: '2026-03-20', until: '2026-05-01', tone: 'soft' },
        ]}
      />
      <PaperBeside paper={<Paper src="/favicon.svg" mediaType="image/svg+xml" title="Paper" />}>
        <p>Fields stand here.</p>
      </PaperBeside>
      {asks && (
        <Confirm
          title="Void the receipt?"
          action="Void receipt"
          onDo={() => setAsks(false)}
          onClose={() => setAsks(false)}
        >
          <p>It stays on record as void.</p>
        </Confirm>
      )}
    </Page>
  )
}
