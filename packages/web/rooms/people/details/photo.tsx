import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Form, FormField, file, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { Cancel } from '../parts/cancel.tsx'
import { fullName } from '../parts/names.ts'
import type { PersonRecord } from '../parts/person-fields.ts'
import css from './details.module.css'
import { detailsKey } from './details-key.ts'

const fields = { file: file({ label: msg`Photo`, required: true, kinds: ['jpeg', 'png'] }) }

/** The booking photo (WAP-BOOK.5), and another in its place. */
export function Photo({ person }: { person: PersonRecord }) {
  const { t } = useLingui()
  const [isTaking, setTaking] = useState(false)
  return (
    <section aria-labelledby="photo" className={css.part}>
      <h2 id="photo">
        <Trans>Photo</Trans>
      </h2>
      {person.photoPaperId ? (
        <img
          className={css.photo}
          src={`/api/platform/papers/${person.photoPaperId}`}
          alt={t`${fullName(person)} at booking`}
        />
      ) : (
        <Empty title={t`No photo yet`}>
          <Trans>It is taken at the booking interview.</Trans>
        </Empty>
      )}
      {isTaking ? (
        <AddPhoto person={person} onDone={() => setTaking(false)} />
      ) : (
        <div>
          <Button type="button" outline onClick={() => setTaking(true)}>
            {person.photoPaperId ? t`Replace photo` : t`Add photo`}
          </Button>
        </div>
      )}
    </section>
  )
}

function AddPhoto({ person, onDone }: { person: PersonRecord; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'add-photo',
    about: person.id,
    fields,
    submit: async ({ values, attempt }): Promise<Answer<unknown>> => {
      const kept = await keepPaper({
        file: values.file,
        kind: 'booking-photo',
        title: t`Booking photo of ${fullName(person)}`,
        personId: person.id,
      })
      if (!kept.data) return { error: kept.error, response: kept.response }
      return api.POST('/api/people/{personId}/photo', {
        params: { path: { personId: person.id } },
        body: { paperId: kept.data.paperId, version: person.version },
        ...attempt,
      })
    },
    onDone: async () => {
      await client.invalidateQueries({ queryKey: detailsKey(person.id) })
      onDone()
    },
  })
  return (
    <Form form={form} action={t`Save photo`} cancel={<Cancel onCancel={onDone} />}>
      <FormField form={form} name="file" />
    </Form>
  )
}
