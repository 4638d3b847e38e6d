import { Trans, useLingui } from '@lingui/react/macro'
import { FormField, FormPart, FormRow, type FormState } from '../../../parts/form/index.ts'
import { useZipFills } from '../../people/parts/zip-fills.ts'
import type { siteFields } from './site-fields.ts'

/** The fields of a work site, in the order in which a contract is read. */
export function SiteFields({ form }: { form: FormState<typeof siteFields> }) {
  const { t } = useLingui()
  useZipFills(form as unknown as FormState)
  return (
    <>
      <FormRow>
        <FormField form={form} name="name" />
        <FormField form={form} name="organization" />
      </FormRow>
      <FormField form={form} name="kind" />
      <FormPart title={t`Signed contract`}>
        <p>
          <Trans>
            Nobody can be sent to a site before its contract is signed, nor after its last day (WAP-SITE.1).
          </Trans>
        </p>
        <FormRow>
          <FormField form={form} name="contractSignedOn" />
          <FormField form={form} name="contractFrom" />
          <FormField form={form} name="contractLastDay" />
          <FormField form={form} name="contractReference" />
        </FormRow>
      </FormPart>
      <FormPart title={t`Where it is`}>
        <FormRow>
          <FormField form={form} name="line1" />
          <FormField form={form} name="line2" />
        </FormRow>
        <FormRow>
          <FormField form={form} name="zip" />
          <FormField form={form} name="city" />
          <FormField form={form} name="state" />
        </FormRow>
        <Degrees form={form} />
        <FormField form={form} name="meetingPoint" />
        <FormField form={form} name="directions" />
      </FormPart>
      <FormPart title={t`The work`}>
        <FormField form={form} name="tasks" />
        <FormField form={form} name="demands" />
        <FormField form={form} name="cannotTake" />
        <FormRow>
          <FormField form={form} name="reportAt" />
          <FormField form={form} name="dayMinutes" />
        </FormRow>
        <FormRow>
          <FormField form={form} name="supervisorName" />
          <FormField form={form} name="supervisorPhone" />
        </FormRow>
        <FormField form={form} name="languages" />
      </FormPart>
    </>
  )
}

function Degrees({ form }: { form: FormState<typeof siteFields> }) {
  const { t } = useLingui()
  const isOpen = form.problems.some(({ path }) => path === 'latitude' || path === 'longitude')
  return (
    <details open={isOpen || (form.typed.latitude ?? '') !== ''}>
      <summary>{t`Place on the map`}</summary>
      <p>
        <Trans>
          Sites are ranked by the distance from home. Left empty, the middle of the ZIP area is taken.
        </Trans>
      </p>
      <FormRow>
        <FormField form={form} name="latitude" />
        <FormField form={form} name="longitude" />
      </FormRow>
    </details>
  )
}
