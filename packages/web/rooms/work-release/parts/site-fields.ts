import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'
import {
  area,
  choice,
  day,
  type Field,
  select,
  text,
  ticks,
  time,
  type ValuesOf,
} from '../../../parts/form/index.ts'
import { kindNames, type ListedSite, limitNames, type SitePage, type WorkLimit } from './words.ts'

type SiteBody = NonNullable<
  paths['/api/work-release/sites']['post']['requestBody']
>['content']['application/json']

const kinds = Object.entries(kindNames).map(([value, label]) => ({
  value: value as ListedSite['kind'],
  label,
}))
const limits = Object.entries(limitNames).map(([value, label]) => ({ value: value as WorkLimit, label }))

/** A field of text whose value the office keeps as a number. */
const asNumber = (field: Field<string>): Field<string> => ({
  ...field,
  write: (value: string | number | null) => (value === null ? '' : String(value)),
})

/** What is typed of a work site. */
export const siteFields = {
  name: text({ label: msg`Name of the site`, required: true, most: 120 }),
  organization: text({ label: msg`Organization`, required: true, most: 160 }),
  kind: choice({ label: msg`Kind of organization`, required: true, options: kinds }),
  line1: text({ label: msg`Street address`, required: true, most: 160 }),
  line2: text({ label: msg`Building, gate`, most: 160 }),
  zip: text({
    label: msg`ZIP code`,
    most: 10,
    width: 'short',
    inputMode: 'numeric',
    hint: msg`Fills in the city.`,
  }),
  city: text({ label: msg`City`, required: true, most: 100 }),
  state: text({ label: msg`State`, required: true, most: 2, width: 'short' }),
  latitude: asNumber(text({ label: msg`Latitude`, most: 20, width: 'short' })),
  longitude: asNumber(text({ label: msg`Longitude`, most: 20, width: 'short' })),
  contractReference: text({ label: msg`Contract number`, most: 80 }),
  contractSignedOn: day({ label: msg`Signed on`, latest: 'today' }),
  contractFrom: day({ label: msg`Begins on` }),
  contractLastDay: day({ label: msg`Last day`, hint: msg`Left empty: open.` }),
  tasks: area({ label: msg`Work that is done there`, required: true, most: 2000 }),
  demands: area({ label: msg`What the work asks of a body`, most: 2000 }),
  cannotTake: ticks({ label: msg`Cannot take people with these limits`, options: limits }),
  meetingPoint: text({ label: msg`Where to meet`, required: true, most: 500 }),
  directions: area({ label: msg`How to get there`, most: 2000, lines: 2 }),
  reportAt: time({ label: msg`Report at`, required: true }),
  dayMinutes: asNumber(
    select({
      label: msg`Work day`,
      required: true,
      options: [
        { value: '480', label: msg`8 hours` },
        { value: '510', label: msg`8 hours 30` },
        { value: '540', label: msg`9 hours` },
        { value: '570', label: msg`9 hours 30` },
        { value: '600', label: msg`10 hours` },
      ],
    }),
  ),
  supervisorName: text({ label: msg`Supervisor at the site`, required: true, most: 120 }),
  supervisorPhone: text({
    label: msg`Telephone of the supervisor`,
    required: true,
    most: 40,
    inputMode: 'tel',
  }),
  languages: ticks({
    label: msg`Languages spoken at the site`,
    required: true,
    options: [
      { value: 'en', label: msg`English` },
      { value: 'es', label: msg`Spanish` },
    ],
  }),
}

/** A site of the form as the office takes it. */
export function siteBody(values: ValuesOf<typeof siteFields>): SiteBody {
  const degrees = (typed: string): number | null => (typed === '' ? null : Number(typed))
  return {
    ...values,
    state: values.state.toUpperCase(),
    latitude: degrees(values.latitude),
    longitude: degrees(values.longitude),
    dayMinutes: Number(values.dayMinutes),
  }
}

/** A site on record as the form opens it. */
export function siteRecord({ site, version }: SitePage) {
  return { ...site, version } as unknown as Partial<ValuesOf<typeof siteFields>> & { version: number }
}

/** Degrees that are none, said at their field. */
export function degreeProblems(values: ValuesOf<typeof siteFields>, message: string) {
  const wrong = (typed: string, most: number) =>
    typed !== '' && (!/^-?\d{1,3}(\.\d{1,8})?$/.test(typed) || Math.abs(Number(typed)) > most)
  return [
    ...(wrong(values.latitude, 90) ? [{ path: 'latitude', message }] : []),
    ...(wrong(values.longitude, 180) ? [{ path: 'longitude', message }] : []),
  ]
}
