// Areas drawn once for many (EMP-8.3): made-up schools and parks. Between them and where anybody lives or works
// lies at least `clear` metres, so that who keeps to the rules does not touch one.

/** Degrees; the radius in metres. */
export interface ClosedArea {
  name: string
  lat: number
  lon: number
  radius: number
}

const radius = 150

export const schools: readonly ClosedArea[] = [
  { name: 'Example Oaks Elementary School', lat: 38.6245, lon: -121.4225, radius },
  { name: 'Sample Creek Elementary School', lat: 38.553, lon: -121.353, radius },
  { name: 'Made-up Middle School', lat: 38.4525, lon: -121.4475, radius },
  { name: 'Specimen High School', lat: 38.641, lon: -121.2685, radius },
  { name: 'Placeholder Elementary School', lat: 38.7215, lon: -121.3345, radius },
  { name: 'Template High School', lat: 38.3725, lon: -121.452, radius },
]

export const parks: readonly ClosedArea[] = [
  { name: 'Example River Playground', lat: 38.5215, lon: -121.5025, radius: 120 },
  { name: 'Sample Hill Playground', lat: 38.6475, lon: -121.1955, radius: 120 },
  { name: 'Specimen Meadow Playground', lat: 38.3085, lon: -121.3545, radius: 120 },
]
