import { Trans, useLingui } from '@lingui/react/macro'
import { StepText } from '../parts/step-text.tsx'
import css from './guideline.module.css'
import { numberWords, useNumberValue } from './number-words.ts'
import type { NumberRow, Protocol } from './use-guidelines.ts'
import { channelWords, escalationWords, severityWords } from './words.ts'

/** A protocol as an operator follows it. */
export function ProtocolContent({ protocol }: { protocol: Protocol }) {
  const { i18n, t } = useLingui()
  const { acknowledge, notify, resolve } = protocol.minutes
  return (
    <>
      <dl className={css.times}>
        <Fact name={t`Severity`} value={i18n._(severityWords[protocol.severity])} />
        <Fact name={t`To acknowledge`} value={t`${acknowledge} min`} />
        <Fact name={t`To notify`} value={t`${notify} min`} />
        <Fact name={t`To resolve`} value={t`${resolve} min`} />
        <Fact
          name={t`When a time runs out`}
          value={i18n._(escalationWords[protocol.escalate.join(' ')] ?? escalationWords['']!)}
        />
      </dl>
      {protocol.steps.length === 0 ? (
        <p>
          <Trans>No steps: it is kept on record and asks nobody for anything.</Trans>
        </p>
      ) : (
        <Steps protocol={protocol} />
      )}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Steps({ protocol }: { protocol: Protocol }) {
  const { i18n, t } = useLingui()
  return (
    <table className={css.table}>
      <caption className="only-heard">
        <Trans>Steps</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Step</Trans>
          </th>
          <th scope="col">
            <Trans>By</Trans>
          </th>
          <th scope="col" className={css.figure}>
            <Trans>Within</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {protocol.steps.map((step, place) => (
          <tr key={step.code}>
            <th scope="row">
              {place + 1}. <StepText step={step} />
            </th>
            <td data-name={t`By`}>{i18n._(channelWords[step.channel])}</td>
            <td data-name={t`Within`} className={css.figure}>
              <Trans>{step.minutes} min</Trans>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every number with what holds, its default and where that comes from. */
export function NumbersContent({
  rows,
  numbers,
}: {
  rows: readonly NumberRow[]
  numbers: Readonly<Record<string, number>>
}) {
  const { i18n, t } = useLingui()
  const value = useNumberValue()
  return (
    <table className={css.table}>
      <caption className="only-heard">
        <Trans>Numbers</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Number</Trans>
          </th>
          <th scope="col" className={css.figure}>
            <Trans>Holds now</Trans>
          </th>
          <th scope="col" className={css.figure}>
            <Trans>Default</Trans>
          </th>
          <th scope="col">
            <Trans>Source of the default</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const own = numbers[row.name]
          return (
            <tr key={row.name}>
              <th scope="row">{i18n._(numberWords[row.name] ?? { id: row.name })}</th>
              <td data-name={t`Holds now`} className={`${css.figure} ${own === undefined ? '' : css.own}`}>
                {value(own ?? row.default, row.unit)}
              </td>
              <td data-name={t`Default`} className={css.figure}>
                {value(row.default, row.unit)}
              </td>
              <td data-name={t`Source of the default`}>{row.source}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
