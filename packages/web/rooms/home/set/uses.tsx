import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, choice, Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { EndForm } from '../parts/end-form.tsx'
import css from '../parts/home.module.css'
import { TriedPart } from '../parts/tried.tsx'
import { useSetTrial } from '../parts/use-trial.ts'
import { homeKey, reachNames, type SetPage, type SetProposal } from '../parts/words.ts'

type Use = SetPage['uses'][number]

/** Whom a set binds (EMP-8.3): everyone who wears a unit, those of a program, single people. */
export function Uses({ set, mayChange }: { set: SetPage; mayChange: boolean }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [applying, setApplying] = useState(false)
  const [ending, setEnding] = useState<Use>()
  const [endingSet, setEndingSet] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: homeKey.sets })
  return (
    <section className={css.part} aria-labelledby="uses">
      <h2 id="uses">
        <Trans>Applied to</Trans>
      </h2>
      <Because clause="EMP-8.3" told>
        <Trans>Drawn once, applied to populations; a change of the set changes it for all.</Trans>
      </Because>
      {set.uses.length === 0 ? (
        <p>{t`Nobody yet: it binds nobody.`}</p>
      ) : (
        <ul>
          {set.uses.map((use) => (
            <UseLine key={use.id} use={use} onEnd={mayChange ? () => setEnding(use) : undefined} />
          ))}
        </ul>
      )}
      {mayChange && (
        <p className={css.buttons}>
          <Button type="button" outline onClick={() => setApplying(true)}>
            <Trans>Apply the set</Trans>
          </Button>
          <Button type="button" unstyled onClick={() => setEndingSet(true)}>
            <Trans>End the set</Trans>
          </Button>
        </p>
      )}
      {applying && (
        <Dialog title={t`Apply ${set.name}`} onClose={() => setApplying(false)}>
          <Apply
            set={set}
            onDone={async () => {
              setApplying(false)
              await renew()
            }}
          />
        </Dialog>
      )}
      {ending && (
        <TakeOff
          set={set}
          use={ending}
          onDone={async () => {
            setEnding(undefined)
            await renew()
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
      {endingSet && (
        <EndSet
          set={set}
          onDone={async () => {
            setEndingSet(false)
            await renew()
          }}
          onClose={() => setEndingSet(false)}
        />
      )}
    </section>
  )
}

type EndSetProps = { set: SetPage; onDone: () => void; onClose: () => void }

/** Ends a set for everybody whom it binds; what that would have changed can be tried before. */
function EndSet({ set, onDone, onClose }: EndSetProps) {
  const { t } = useLingui()
  const trial = useSetTrial(set.id, { kind: 'end' })
  return (
    <EndForm
      title={t`End ${set.name}? It binds nobody any more.`}
      action={t`End set`}
      name="end-zone-set"
      about={set.id}
      submit={(because, attempt) =>
        api.POST('/api/home/zone-sets/{id}/end', {
          params: { path: { id: set.id } },
          body: { version: set.version, because },
          ...attempt,
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TriedPart trial={trial} canTry />
    </EndForm>
  )
}

type TakeOffProps = { set: SetPage; use: Use; onDone: () => void; onClose: () => void }

/** Takes a set off those it was applied to; what that would have changed can be tried before. */
function TakeOff({ set, use, onDone, onClose }: TakeOffProps) {
  const { t } = useLingui()
  const trial = useSetTrial(set.id, { kind: 'take-off', useId: use.id })
  return (
    <EndForm
      title={t`Take the set off them?`}
      action={t`Take set off`}
      name="end-zone-set-use"
      about={use.id}
      submit={(because, attempt) =>
        api.POST('/api/home/zone-set-uses/{id}/end', {
          params: { path: { id: use.id } },
          body: { because },
          ...attempt,
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TriedPart trial={trial} canTry />
    </EndForm>
  )
}

function UseLine({ use, onEnd }: { use: Use; onEnd: (() => void) | undefined }) {
  const { t, i18n } = useLingui()
  const whom = use.person ?? use.program ?? i18n._(reachNames[use.reach])
  return (
    <li>
      {use.enrolmentId ? (
        <Link to="/enrolments/$id/zones" params={{ id: use.enrolmentId }}>
          {whom}
        </Link>
      ) : (
        whom
      )}
      . {use.why}{' '}
      <span className={css.soft}>
        <Moment at={use.at} />, {use.by}
      </span>{' '}
      {onEnd && (
        <Button type="button" unstyled onClick={onEnd} aria-label={t`Take off ${whom}`}>
          <Trans>Take off</Trans>
        </Button>
      )}
    </li>
  )
}

function Apply({ set, onDone }: { set: SetPage; onDone: () => void }) {
  const { t } = useLingui()
  const [fields] = useState(() => ({
    reach: choice({
      label: msg({ message: 'To', context: 'whom' }),
      required: true,
      options: (['everyone', 'program', 'person'] as const).map((value) => ({
        value,
        label: reachNames[value],
      })),
    }),
    pack: select({
      label: msg`Program`,
      options: set.programs.map(({ pack, name }) => ({ value: pack, label: name })),
    }),
    number: text({ label: msg`Booking number`, hint: msg`As it stands on the person’s page`, most: 40 }),
    why: area({ label: msg`Why`, required: true, most: 500 }),
  }))
  const enrolments = useQuery({
    queryKey: ['home', 'enrolments-by-number'],
    queryFn: () => answer(api.GET('/api/programs/enrolments', { params: { query: { limit: 5000 } } })),
  })
  const byNumber = (number: string) =>
    enrolments.data?.rows.find((one) => one.number.toLowerCase() === number.trim().toLowerCase())?.id
  const form = useForm({
    name: 'apply-zone-set',
    about: set.id,
    fields,
    check: ({ reach, pack, number }) => [
      ...(reach === 'program' && pack === null ? [{ path: 'pack', message: t`Choose the program.` }] : []),
      ...(reach === 'person' && byNumber(number) === undefined
        ? [
            {
              path: 'number',
              message: t`There is no enrolment with this number. Look it up on the person’s page.`,
            },
          ]
        : []),
    ],
    submit: ({ values: { reach, pack, number, why }, attempt }) =>
      api.POST('/api/home/zone-sets/{id}/uses', {
        params: { path: { id: set.id } },
        body:
          reach === 'everyone'
            ? { reach, why }
            : reach === 'program'
              ? { reach, pack: pack!, why }
              : { reach, enrolmentId: byNumber(number)!, why },
        ...attempt,
      }),
    onDone,
  })
  const { reach, pack, number } = form.typed
  const to = reachOf(reach, pack, byNumber(String(number ?? '')))
  const trial = useSetTrial(set.id, to && { kind: 'apply', to })
  return (
    <Form form={form} action={t`Apply set`}>
      <FormField form={form} name="reach" />
      {form.typed.reach === 'program' && <FormField form={form} name="pack" />}
      {form.typed.reach === 'person' && <FormField form={form} name="number" />}
      <TriedPart trial={trial} canTry={to !== null} />
      <FormField form={form} name="why" />
    </Form>
  )
}

/** Whom it is applied to, as typed; null while that cannot be read. */
function reachOf(
  reach: unknown,
  pack: unknown,
  enrolmentId: string | undefined,
): Extract<SetProposal, { kind: 'apply' }>['to'] | null {
  if (reach === 'everyone') return { reach }
  if (reach === 'program') return typeof pack === 'string' && pack !== '' ? { reach, pack } : null
  return reach === 'person' && enrolmentId !== undefined ? { reach, enrolmentId } : null
}
