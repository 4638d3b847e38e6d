import { Temporal } from 'temporal-polyfill'

// Common names of the county's people, the more common first; nobody in particular.
const families =
  'Smith Garcia Johnson Martinez Lopez Williams Hernandez Brown Gonzalez Nguyen Jones Rodriguez Davis Lee Perez Miller Sanchez Ramirez Wilson Kim Torres Anderson Flores Thomas Rivera Taylor Tran Moore Gomez Jackson Diaz Martin Reyes White Cruz Harris Morales Thompson Ortiz Wong Gutierrez Lewis Chavez Robinson Ramos Walker Ruiz Young Alvarez Allen Mendoza King Castillo Wright Vasquez Scott Jimenez Hill Moreno Green Romero Adams Herrera Baker Medina Nelson Aguilar Carter Vargas Mitchell Guzman Roberts Castro Turner Mendez Phillips Fernandez Campbell Soto Parker Munoz Evans Delgado Edwards Pena Collins Rios Stewart Singh Morris Chen Murphy Patel Cook Silva Rogers Ortega Morgan Contreras Cooper Sandoval Peterson Guerrero Reed Espinoza Bailey Nunez Kelly Maldonado Howard Acosta Ward Leon Cox Marquez'.split(' ') // biome-ignore format: a table
const givens =
  'Maria James Jose Michael David Robert Juan John Luis William Jennifer Carlos Daniel Elizabeth Jesus Christopher Linda Miguel Joseph Patricia Antonio Thomas Ana Richard Francisco Jessica Manuel Charles Sarah Jorge Matthew Karen Pedro Anthony Rosa Mark Nancy Alejandro Steven Lisa Ricardo Paul Margaret Fernando Andrew Sandra Sergio Joshua Ashley Eduardo Kenneth Kimberly Roberto Kevin Emily Rafael Brian Donna Javier George Michelle Raul Edward Carol Mario Ronald Amanda Oscar Timothy Melissa Victor Jason Deborah'.split(' ') // biome-ignore format: a table

/** One of the many. */
export interface CountyPerson {
  n: number
  familyName: string
  givenNames: string
  birthDate: string
  phone: string
  docket: string
  bookingNumber: string
}

/** The nth of the county's people; the same each time. A few names are common and most are rare. */
export function countyPerson(n: number): CountyPerson {
  const random = randomOf(n)
  const family = common(families, random())
  return {
    n,
    familyName: random() < 0.3 ? `${family} ${common(families, random())}` : family,
    givenNames:
      random() < 0.4 ? `${common(givens, random())} ${common(givens, random())}` : common(givens, random()),
    birthDate: Temporal.PlainDate.from('1945-01-01')
      .add({ days: Math.floor(random() * 22_000) })
      .toString(),
    phone: `1925${String(2_000_000 + ((n * 7_919) % 7_900_000)).padStart(7, '0')}`,
    docket: `${String(n % 30).padStart(2, '0')}-${String(200_000 + n)}-${n % 9}`,
    bookingNumber: `WAP-2019-${String(n).padStart(6, '0')}`,
  }
}

const common = (names: readonly string[], at: number): string => names[Math.floor(at ** 1.7 * names.length)]!

/** A row of numbers from 0 to 1 that begins anew for each person. */
function randomOf(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
