import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { choice, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { EndWayIn } from '../parts/end-way-in.tsx'
import { SetUp } from '../parts/set-up.tsx'
import { doorNames, equipmentKey, type MadeWayIn, optionsOf, type UnitPage } from '../parts/words.ts'
import css from './unit.module.css'

/** How the unit gets in at the device doors. Only the ends of the secrets are known here. */
export function WaysIn({ page }: { page: UnitPage }) {
  const { t } = useLingui()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<MadeWayIn>()
  const open = page.credentials.filter(({ endedAt }) => endedAt === null)
  const close = () => {
    setMaking(false)
    setMade(undefined)
  }
  return (
    <section aria-labelledby="ways-in" className={css.part}>
      <h2 id="ways-in">
        <Trans>How it gets in</Trans>
      </h2>
      {open.length === 0 && (
        <p className={css.soft}>{t`It has no way in of its own. A forwarder may still send its messages.`}</p>
      )}
      <ul>
        {open.map((one) => (
          <Line key={one.id} one={one} serial={page.serial} />
        ))}
      </ul>
      <p>
        <Link to="/messages-not-taken" search={{ unit: page.serial }}>
          <Trans>Its messages that could not be taken</Trans>
        </Link>
      </p>
      {page.state !== 'retired' && (
        <p>
          <Button type="button" outline onClick={() => setMaking(true)}>
            <Trans>Make a way in</Trans>
          </Button>
        </p>
      )}
      {making && (
        <Dialog title={made ? t`Set up unit ${page.serial}` : t`Make a way in`} onClose={close} width="wide">
          {made ? (
            <>
              <SetUp made={made} />
              <p>
                <Button type="button" onClick={close}>
                  <Trans>I have set it up</Trans>
                </Button>
              </p>
            </>
          ) : (
            <Make unitId={page.id} onMade={setMade} />
          )}
        </Dialog>
      )}
    </section>
  )
}

function Line({ one, serial }: { one: UnitPage['credentials'][number]; serial: string }) {
  const { t, i18n } = useLingui()
  const [ending, setEnding] = useState(false)
  return (
    <li className={css.row}>
      <span>
        {i18n._(doorNames[one.door])} <code>…{one.hint}</code>
      </span>
      <span className={css.soft}>
        <Moment at={one.madeAt} /> · {one.madeBy}
      </span>
      <span>
        <Button
          type="button"
          unstyled
          aria-label={t`End the way in that ends in ${one.hint}`}
          onClick={() => setEnding(true)}
        >
          <Trans>End</Trans>
        </Button>
      </span>
      {ending && (
        <EndWayIn
          credentialId={one.id}
          title={t`End this way in of unit ${serial}?`}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  )
}

const fields = {
  door: choice({
    label: msg`What is at the other end`,
    required: true,
    options: optionsOf(['osmand', 'owntracks', 'json', 'traccar'] as const, doorNames),
  }),
}

function Make({ unitId, onMade }: { unitId: string; onMade: (made: MadeWayIn) => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'make-way-in',
    about: unitId,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/equipment/units/{id}/credentials', {
        params: { path: { id: unitId } },
        body: values,
        ...attempt,
      }),
    onDone: async (made) => {
      onMade(made)
      await client.invalidateQueries({ queryKey: equipmentKey.unit(unitId) })
    },
  })
  return (
    <Form form={form} action={t`Make way in`}>
      <FormField form={form} name="door" />
      <p>
        <Trans>One that the unit has at the same door ends when this one is made.</Trans>
      </p>
    </Form>
  )
}
