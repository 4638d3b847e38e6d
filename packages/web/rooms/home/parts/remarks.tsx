import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import type { Remark, RemarkOfSet } from './words.ts'

/** What stands out about where a zone lies, or those of a set, before it is saved; it can be saved even so. */
export function Remarks({ remarks }: { remarks: readonly (Remark | RemarkOfSet)[] }) {
  if (remarks.length === 0) return null
  return (
    <Alert type="warning">
      <AlertHeading level="h3">
        <Trans>See whether it lies where it is meant to</Trans>
      </AlertHeading>
      {remarks.map((remark) => (
        <AlertText key={JSON.stringify(remark)}>
          {'zone' in remark && <strong>{remark.zone}: </strong>}
          <RemarkWords remark={'zone' in remark ? remark.remark : remark} />
        </AlertText>
      ))}
    </Alert>
  )
}

const milesIn = (km: number): number => Math.round(km / 1.609344)

function RemarkWords({ remark }: { remark: Remark }) {
  const { t } = useLingui()
  switch (remark.kind) {
    case 'far': {
      const miles = milesIn(remark.km)
      const words = {
        home: t`It lies ${miles} miles from the person’s home.`,
        places: t`It lies ${miles} miles from the nearest approved place of this person.`,
        'office-places': t`It lies ${miles} miles from the nearest place of anybody at this office.`,
      }
      return words[remark.from]
    }
    case 'wide':
      return t`It is ${milesIn(remark.km)} miles across.`
    case 'covers':
      return remark.isHome
        ? t`The person has to stay out of it, and their own home lies in it: ${remark.place}.`
        : t`The person has to stay out of it, and an approved place of theirs lies in it: ${remark.place}.`
    case 'unnamed':
      return t`The person’s home lies in it: ${remark.place}. Choose it as the place that this zone is drawn around, so that a new address tells you to draw it again.`
  }
}
