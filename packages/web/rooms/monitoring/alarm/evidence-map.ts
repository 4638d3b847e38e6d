import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { timeInWords } from '../../../parts/day/format.ts'
import type { MapContent, Mark } from '../../../parts/map/types.ts'
import type { Evidence } from './words.ts'

/** A unit that gives no accuracy is drawn with this many meters, as the watch assumes it. */
const assumedAccuracy = 30

export type DrawnEvidence = { drawn: MapContent; hasPlace: boolean; zones: Evidence['zones'] }

const nothing: DrawnEvidence = { drawn: {}, hasPlace: false, zones: [] }

/** The evidence as a map: the track, what decided with its circle of accuracy, the zone as it stood, the unit now. */
export function useMapContent(evidence: Evidence | undefined): DrawnEvidence {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return useMemo(() => {
    if (!evidence) return nothing
    const time = (at: string) => timeInWords(at, agency.timeZone, i18n.locale)
    const decided = evidence.fixes.filter((fix) => fix.decided)
    const marks: Mark[] = [
      ...evidence.fixes.map(
        (fix, place): Mark => ({
          id: `fix ${place}`,
          lat: fix.lat,
          lon: fix.lon,
          shape: fix.decided ? 'diamond' : 'dot',
          tone: fix.decided ? 'now' : 'accent',
          word: fix.decided ? time(fix.at) : '',
          name: time(fix.at),
          isSmall: !fix.decided,
        }),
      ),
      ...evidence.units.flatMap((unit): Mark[] =>
        unit.lat === null || unit.lon === null
          ? []
          : [
              {
                id: `unit ${unit.unitId}`,
                lat: unit.lat,
                lon: unit.lon,
                shape: 'ring',
                tone: 'plain',
                word: i18n._(msg`last seen`),
                name: unit.serial,
              },
            ],
      ),
    ]
    const drawn: MapContent = {
      marks,
      circles: decided.map((fix, place) => ({
        id: `circle ${place}`,
        lat: fix.lat,
        lon: fix.lon,
        radius: fix.accuracy ?? assumedAccuracy,
        tone: 'now',
      })),
      areas: [
        ...evidence.zones.map((zone) => ({ id: zone.id, name: zone.name, rule: zone.rule, form: zone.area })),
        ...evidence.deadSpots.map((spot) => ({
          id: spot.id,
          name: spot.note,
          rule: 'plain' as const,
          form: { kind: 'circle' as const, center: [spot.lon, spot.lat] as const, radius: spot.radiusM },
        })),
      ],
      lines:
        evidence.fixes.length > 1
          ? [
              {
                id: 'track',
                kind: 'track',
                points: evidence.fixes.map((fix) => [fix.lon, fix.lat] as const),
              },
            ]
          : [],
    }
    return { drawn, hasPlace: marks.length > 0, zones: evidence.zones }
  }, [evidence, i18n, agency.timeZone])
}
