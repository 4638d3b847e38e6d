import { useLingui } from '@lingui/react/macro'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import css from '../parts/home.module.css'
import { ownAreas, placeMarks } from '../parts/map-things.ts'
import { ruleNames, standingNames, type Zone, type ZonesPage } from '../parts/words.ts'

/** A zone for somebody who may read it only. */
export function ZoneShown({ page, zone }: { page: ZonesPage; zone: Zone }) {
  const { t, i18n } = useLingui()
  return (
    <div className={css.columns}>
      <dl className={css.facts}>
        <div>
          <dt>{t`The person`}</dt>
          <dd>{i18n._(ruleNames[zone.rule])}</dd>
        </div>
        <div>
          <dt>{t`In force`}</dt>
          <dd>{i18n._(standingNames[zone.standing])}</dd>
        </div>
        <div>
          <dt>{t`Why`}</dt>
          <dd>{zone.why}</dd>
        </div>
      </dl>
      <CountyMap
        label={zone.name}
        areas={ownAreas(page)}
        marks={placeMarks(page, { home: t`home`, place: t`approved place` })}
        fit={zone.id}
      />
    </div>
  )
}
