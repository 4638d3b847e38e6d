import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import type { StatementLine } from '../words.ts'

type FeeAbout = Extract<StatementLine, { kind: 'fee' }>['about']

/** Why a line stands on a statement: the clause and who fixed the amount, or the reason somebody gave. */
export function LineWhy({ line }: { line: StatementLine }) {
  switch (line.kind) {
    case 'fee':
    case 'fee-difference':
      return <FeeWhy about={line.about} corrects={line.correctsLine} />
    case 'payment':
      return <Trans>Paid at the counter</Trans>
    case 'waiver':
      return (
        <Because clause="WAP-FEE.2">
          <Trans>
            {line.by ?? ''} decided it. {line.reason}
          </Trans>
        </Because>
      )
    case 'uncollectible':
      return <Trans>The statute it was charged under is repealed ({line.about.statute}).</Trans>
    case 'waiver-reduced':
    case 'uncollectible-reduced':
      return (
        <Because clause="WAP-FEE.2" own>
          <Trans>the fee that line {line.about.line} covered became smaller.</Trans>
        </Because>
      )
    case 'fee-correction':
    case 'payment-void':
      return (
        <Trans>
          Corrects line {line.correctsLine ?? 0}: {line.reason} ({line.by ?? ''})
        </Trans>
      )
    case 'refund':
      return <Trans>{line.reason}</Trans>
  }
}

function FeeWhy({ about, corrects }: { about: FeeAbout; corrects: number | null }) {
  const { t } = useLingui()
  return (
    <Because
      clause={about.clause}
      own={about.own}
      facts={[
        { name: t`Authority`, value: about.authority },
        ...(about.resolution ? [{ name: t`Resolution`, value: about.resolution }] : []),
      ]}
    >
      {about.worksheetNumber === null ? (
        <Trans>days were missed without an excuse.</Trans>
      ) : corrects === null ? (
        <Trans>worksheet {about.worksheetNumber} says so.</Trans>
      ) : (
        <Trans>
          worksheet {about.worksheetNumber} changes line {corrects}.
        </Trans>
      )}
    </Because>
  )
}
