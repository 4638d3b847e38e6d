import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import type { paths } from '../../../api/schema.gen.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Moment, SeenFrom } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { listName } from '../../people/parts/names.ts'
import { purposeWords, scopeWords } from '../parts/looking-words.ts'
import css from './looks.module.css'

export type ListedLook =
  paths['/api/monitoring/looks']['get']['responses'][200]['content']['application/json']['looks'][number]

const optionsOf = (words: typeof purposeWords | typeof scopeWords) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The list of looks. `onPeople` opens the names behind a number. */
export const lookListing = (onPeople: (look: ListedLook) => void): Listing<ListedLook> => ({
  name: 'looks',
  title: msg`Looks at where people are and were`,
  rowKey: (look) => look.id,
  order: '-at',
  filters: [
    { key: 'from', label: msg`From`, as: 'day' },
    { key: 'to', label: msg`To`, as: 'day' },
    { key: 'purpose', label: msg`Purpose`, as: 'choice', options: optionsOf(purposeWords) },
    { key: 'scope', label: msg`What`, as: 'choice', options: optionsOf(scopeWords) },
    { key: 'who', label: msg`Who looked`, as: 'text', passes: (look, part) => holds(look.actorName, part) },
  ],
  columns: [
    { key: 'at', title: msg`When`, cell: (look) => <Moment at={look.at} />, sort: (look) => look.at },
    { key: 'who', title: msg`Who looked`, cell: (look) => look.actorName, sort: (look) => look.actorName },
    { key: 'whom', title: msg`At whom`, cell: (look) => <Whom look={look} onPeople={onPeople} /> },
    {
      key: 'purpose',
      title: msg`Purpose`,
      cell: (look) => <Purpose look={look} />,
      sort: (look) => look.purpose,
    },
    { key: 'scope', title: msg`What`, cell: (look) => <Scope look={look} />, sort: (look) => look.scope },
    { key: 'period', title: msg`Over which time`, cell: (look) => <Period look={look} /> },
  ],
})

function Whom({ look, onPeople }: { look: ListedLook; onPeople: (look: ListedLook) => void }) {
  const { t } = useLingui()
  if (look.people === 0) return t`nobody`
  if (look.names.length > 0) return look.names.map((person) => listName(person)).join('; ')
  return (
    <Button type="button" unstyled onClick={() => onPeople(look)}>
      <Plural value={look.people} one="# person" other="# people" />
    </Button>
  )
}

function Purpose({ look }: { look: ListedLook }) {
  const { i18n, t } = useLingui()
  return (
    <>
      {i18n._(purposeWords[look.purpose])}
      {look.alarmNumber !== null && ` ${t`no. ${look.alarmNumber}`}`}
      {look.why !== '' && <div>{look.why}</div>}
    </>
  )
}

function Scope({ look }: { look: ListedLook }) {
  const { i18n } = useLingui()
  return i18n._(scopeWords[look.scope])
}

function Period({ look }: { look: ListedLook }) {
  const { agency } = useSignedIn()
  const day = dayAt(look.periodFrom, agency.timeZone)
  if (look.scope === 'map' || look.scope === 'person') return <Trans>as it was then</Trans>
  if (look.scope === 'moment')
    return (
      <span className={css.period}>
        <Moment at={look.periodFrom} />
      </span>
    )
  return (
    <span className={css.period}>
      <Moment at={look.periodFrom} /> – <SeenFrom at={look.periodTo} day={day} />
    </span>
  )
}
