import { Trans, useLingui } from '@lingui/react/macro'
import type { FormState } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { isFilledByTyping, isTypedItem, markField, stateOf } from './items.ts'
import css from './marks.module.css'
import type { CheckedPaper } from './types.ts'
import { useTriedChecklist } from './use-tried-checklist.ts'
import { Verdict } from './verdict.tsx'

type Item = CheckedPaper['items'][number]

type MarksProps = {
  form: FormState
  /** `when-changed`: the page shows what stands on record already. */
  verdict: 'always' | 'when-changed'
}

/**
 * The one checklist of the policy over the paper (WAP-AUTH, SENT.3, P1.1): fills itself as the fields are typed; what
 * can only be seen is marked here. Under it stands what follows.
 */
export function Marks({ form, verdict }: MarksProps) {
  const { t } = useLingui()
  const { data, error, refetch } = useTriedChecklist(form.typed)
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <p aria-busy="true">{t`Reading the lists…`}</p>
  const open = data.items.filter(({ name }) => stateOf(name, form.typed) === 'unknown').length
  return (
    <section aria-labelledby={`${form.id}-marks`} className={css.marks}>
      <header className={css.head}>
        <h2 id={`${form.id}-marks`}>
          <Trans>What the paper shows</Trans>
        </h2>
        <span className={css.soft}>{open === 0 ? t`all looked at` : t`${open} not looked at`}</span>
      </header>
      <ul>
        {data.items.map((item) => (
          <Mark key={item.name} form={form} item={item} />
        ))}
      </ul>
      {(verdict === 'always' || form.unsaved) && <Verdict checklist={data} />}
    </section>
  )
}

const shapes = { present: '✓', absent: '▲', unknown: '○' } as const

function Mark({ form, item }: { form: FormState; item: Item }) {
  const { t } = useLingui()
  const said = useSaid()
  const state = stateOf(item.name, form.typed)
  const isTyped = isFilledByTyping(item.name, form.typed)
  const words = {
    present: isTyped ? t`typed` : t`on the paper`,
    absent: item.whenAbsent === 'read' ? t`not stated` : t`not on the paper`,
    unknown: t`not looked at`,
  }
  const isFree = item.whenAbsent === 'read' && state === 'absent'
  const field = markField(item.name)
  const problem = form.problems.find(({ path }) => path === field)?.message
  return (
    <li className={css.item}>
      <span className={`${css.state} ${isFree ? '' : css[state]}`}>
        <span aria-hidden="true">{isFree ? '–' : shapes[state]}</span> {words[state]}
      </span>
      <span>
        {said(item.words)}
        <span className={css.clauses}>
          {item.lists.map((clause) => (
            <span key={clause}>{clause}</span>
          ))}
        </span>
        {problem !== undefined && <span className="usa-error-message">{problem}</span>}
      </span>
      {!isTyped && !(item.name === 'relation' && form.typed.relation === 'unstated') && (
        <Choices form={form} item={item} state={state} />
      )}
    </li>
  )
}

/** Radio buttons: one stop of the Tab key for each item, the arrows choose. */
function Choices({ form, item, state }: { form: FormState; item: Item; state: Item['state'] }) {
  const { t } = useLingui()
  const said = useSaid()
  const field = markField(item.name)
  const id = `${form.id}-${field}`
  const marked = form.typed[field]
  const choices: { put: 'present' | 'absent'; words: string }[] = [
    // What is typed in a field of its own is on the paper when it is typed.
    ...(isTypedItem(item.name) ? [] : [{ put: 'present' as const, words: t`On it` }]),
    { put: 'absent', words: t`Not on it` },
  ]
  return (
    <fieldset className={css.choices}>
      <legend className="only-heard">{said(item.words)}</legend>
      {choices.map((choice, index) => (
        <label key={choice.put} className={css.choice}>
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${choice.put}`}
            name={id}
            checked={state === choice.put}
            onChange={() => form.put(field, choice.put)}
          />
          {choice.words}
        </label>
      ))}
      {(marked === 'present' || marked === 'absent') && (
        <button
          type="button"
          className={`usa-button usa-button--unstyled ${css.clear}`}
          aria-label={t`Clear the mark: ${said(item.words)}`}
          onClick={() => form.put(field, '')}
        >
          {t`Clear`}
        </button>
      )}
    </fieldset>
  )
}
