import { zipPlace } from '../../people/index.ts'

/** Where something is: the centre of its ZIP area, or set by hand. */
export interface Placed {
  latitude: number
  longitude: number
  placedBy: 'zip' | 'hand'
}

/** The place set by hand, else the centre of the ZIP area, else null: not known, and asked. */
export function placeOf(zip: string, byHand: { latitude: number; longitude: number } | null): Placed | null {
  if (byHand) return { ...byHand, placedBy: 'hand' }
  const area = zip === '' ? null : zipPlace(zip)
  return area && { latitude: area.latitude, longitude: area.longitude, placedBy: 'zip' }
}
