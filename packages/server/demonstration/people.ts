/** Somebody of the demonstration: plainly made up, numbers from the range kept for fiction. */
export interface MadeUpPerson {
  /** Which of the made-up people. */
  number: number
  familyName: string
  givenNames: string
  birthDate: string
  sex: 'female' | 'male'
  birthPlace: string
  race: string
  language: 'en' | 'es'
  line1: string
  city: string
  zip: string
  phone: string
  driversLicense: string
  docket: string
  court: string
  county: string
  statute: string
  offense: string
  days: number
  creditDays: number
  employed: boolean
  limits: string[]
}

const places = [
  ['Martinez', '94553'],
  ['Concord', '94520'],
  ['Richmond', '94801'],
  ['Antioch', '94509'],
  ['Walnut Creek', '94596'],
  ['Pittsburg', '94565'],
  ['San Pablo', '94806'],
  ['Brentwood', '94513'],
] as const

export const offenses = [
  ['VC 23152(a)', 'driving under the influence'],
  ['VC 14601.1(a)', 'driving while suspended'],
  ['PC 484(a)', 'petty theft'],
  ['PC 594(a)', 'vandalism'],
  ['PC 415', 'disturbing the peace'],
] as const

/** Family and given names, plainly made up. */
export const names = [
  ['Sample', 'Avery'], ['Example', 'Blake'], ['Specimen', 'Carmen'], ['Placeholder', 'Drew'], ['Mockup', 'Emery'],
  ['Muestra', 'Fabiola'], ['Prototype', 'Gray'], ['Dummy', 'Harper'], ['Fictional', 'Ingrid'], ['Pretend', 'Jules'],
  ['Ejemplo', 'Kiran'], ['Imaginary', 'Lou'], ['Standin', 'Marion'], ['Testcase', 'Noor'], ['Pattern', 'Oakley'],
  ['Inventado', 'Paz'], ['Template', 'Quinn'], ['Makebelieve', 'Reese'], ['Notreal', 'Sage'], ['Madeup', 'Tatum'],
  ['Someone', 'Uma'], ['Whoever', 'Val'], ['Anybody', 'Wren'], ['Nobody', 'Yael'],
] as const // biome-ignore format: a table

/** The nth made-up person; the same each time. */
export function madeUpPerson(n: number): MadeUpPerson {
  const [familyName, givenNames] = names[n % names.length]!
  const [city, zip] = places[n % places.length]!
  const [statute, offense] = offenses[n % offenses.length]!
  const days = [4, 10, 15, 20, 6, 30, 12, 5, 45, 8][n % 10]!
  return {
    number: n,
    familyName: n < names.length ? familyName : `${familyName}-${Math.floor(n / names.length) + 1}`,
    givenNames,
    birthDate: `${1960 + ((n * 7) % 45)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`,
    sex: n % 3 === 0 ? 'female' : 'male',
    birthPlace: ['Martinez, California', 'Guadalajara, Mexico', 'Reno, Nevada', 'Richmond, California'][
      n % 4
    ]!,
    race: ['White', 'Hispanic', 'Black', 'Asian', 'As the person says: mixed'][n % 5]!,
    language:
      familyName === 'Muestra' || familyName === 'Ejemplo' || familyName === 'Inventado' ? 'es' : 'en',
    line1: `${100 + n} Example Street`,
    city,
    zip,
    phone: `925555${String(100 + (n % 100)).padStart(4, '0')}`,
    driversLicense: `MADEUP${String(n).padStart(3, '0')}`,
    docket: `01-${String(170_000 + n * 37)}-${(n % 9) + 1}`,
    court: ['Superior Court, Martinez', 'Municipal Court, Bay District', 'Municipal Court, Delta District'][
      n % 3
    ]!,
    county: 'Contra Costa',
    statute,
    offense,
    days,
    creditDays: n % 4 === 0 ? 2 : 0,
    employed: n % 3 !== 1,
    limits: n % 7 === 3 ? ['no-lifting'] : [],
  }
}
