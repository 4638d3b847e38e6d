import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { day, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import css from '../detention/detention.module.css'
import { type Adult, detentionKey, type EvaluationPage } from '../parts/detention-words.ts'
import { Left, Sign, Withdraw } from './adult-acts.tsx'

type AdultsProps = { id: string; personId: string | undefined; page: EvaluationPage }

/** The adults who live there, and what each signed (EMP-3.3d). */
export function Adults({ id, personId, page }: AdultsProps) {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  return (
    <section aria-labelledby="adults" className={css.part}>
      <h2 id="adults">
        <Trans>Adults who live there</Trans>
      </h2>
      {page.adults.length === 0 && (
        <p className={css.soft}>{t`Nobody is on record besides the participant.`}</p>
      )}
      <ul>
        {page.adults.map((adult) => (
          <Line key={adult.id} adult={adult} personId={personId} />
        ))}
      </ul>
      {may('home.write') && (
        <p>
          <Button type="button" outline onClick={() => setAdding(true)}>
            <Trans>Add an adult</Trans>
          </Button>
        </p>
      )}
      {adding && (
        <Dialog title={t`Add an adult`} onClose={() => setAdding(false)}>
          <AddAdult id={id} isDecided={page.evaluation?.state !== 'open'} onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  )
}

type Act = 'sign' | 'withdraw' | 'left'

function Line({ adult, personId }: { adult: Adult; personId: string | undefined }) {
  const { t } = useLingui()
  const may = useMay()
  const [open, setOpen] = useState<Act>()
  const close = () => setOpen(undefined)
  const titles: Record<Act, string> = {
    sign: t`What ${adult.name} signed`,
    withdraw: t`${adult.name} takes the consent back`,
    left: t`${adult.name} lives there no more`,
  }
  return (
    <li className={css.row}>
      <p>
        <strong>{adult.name}</strong> <span className={css.soft}>{adult.relation}</span>{' '}
        {adult.livingSince && (
          <span className={css.soft}>
            <Trans>
              lives there since <Day day={adult.livingSince} of="record" />
            </Trans>
          </span>
        )}
      </p>
      <Signed adult={adult} />
      {adult.earlier.map(({ consentOn, withdrawnOn, note }) => (
        <p key={`${consentOn} ${withdrawnOn}`} className={css.soft}>
          <Trans>
            Earlier: signed <Day day={consentOn} of="record" />, withdrawn{' '}
            <Day day={withdrawnOn} of="record" />
          </Trans>{' '}
          {note}
        </p>
      ))}
      {may('home.write') && adult.leftOn === null && (
        <p className={css.acts}>
          <Button
            type="button"
            unstyled
            onClick={() => setOpen('sign')}
            aria-label={t`Record signatures of ${adult.name}`}
          >
            <Trans>Record signatures</Trans>
          </Button>
          {adult.consentOn && !adult.withdrawnOn && (
            <Button
              type="button"
              unstyled
              onClick={() => setOpen('withdraw')}
              aria-label={t`Consent withdrawn: ${adult.name}`}
            >
              <Trans>Consent withdrawn</Trans>
            </Button>
          )}
          <Button
            type="button"
            unstyled
            onClick={() => setOpen('left')}
            aria-label={t`Moved out: ${adult.name}`}
          >
            <Trans>Moved out</Trans>
          </Button>
        </p>
      )}
      {open && (
        <Dialog title={titles[open]} onClose={close}>
          {open === 'sign' && personId && <Sign adult={adult} personId={personId} onDone={close} />}
          {open === 'withdraw' && <Withdraw adult={adult} onDone={close} />}
          {open === 'left' && <Left adult={adult} onDone={close} />}
        </Dialog>
      )}
    </li>
  )
}

function Signed({ adult }: { adult: Adult }) {
  const { t } = useLingui()
  if (adult.leftOn)
    return (
      <p>
        <Status tone="over">
          {t`moved out`} <Day day={adult.leftOn} of="record" />
        </Status>
      </p>
    )
  return (
    <p className={css.acts}>
      {adult.withdrawnOn ? (
        <Status tone="now">
          {t`consent withdrawn`} <Day day={adult.withdrawnOn} of="record" /> {adult.withdrawnNote}
        </Status>
      ) : adult.consentOn ? (
        <Status tone="settled">
          {t`consent to search`} <Day day={adult.consentOn} of="record" />
        </Status>
      ) : (
        <Status tone="now">{t`consent to search not signed`}</Status>
      )}
      {adult.rulesOn ? (
        <Status tone="settled">
          {t`rules agreed`} <Day day={adult.rulesOn} of="record" />
        </Status>
      ) : (
        <Status tone="now">{t`rules not agreed`}</Status>
      )}
      {adult.consentPaperId && (
        <a href={`/api/platform/papers/${adult.consentPaperId}`} target="_blank" rel="noreferrer">
          <Trans>The signed paper</Trans>
        </a>
      )}
    </p>
  )
}

const fields = {
  name: text({ label: msg`Name`, required: true, most: 120 }),
  relation: text({ label: msg`Relation to the participant`, most: 80 }),
  livingSince: day({ label: msg`Lives there since`, latest: 'today' }),
}

function AddAdult({ id, isDecided, onDone }: { id: string; isDecided: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'add-adult',
    about: id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/adults', { params: { path: { id } }, body: values, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Add adult`}>
      <FormField form={form} name="name" />
      <FormField form={form} name="relation" />
      <FormField form={form} name="livingSince" />
      {isDecided && (
        <p>
          <Trans>The evaluation is decided: a new adult opens it again (EMP-3.3).</Trans>
        </p>
      )}
    </Form>
  )
}
