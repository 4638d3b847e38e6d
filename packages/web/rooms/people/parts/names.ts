type Named = { familyName: string; givenNames: string; suffix?: string }

/** "Núñez, Ana María Jr.", as a list has it. */
export function listName({ familyName, givenNames, suffix = '' }: Named): string {
  const name = [familyName, givenNames].filter(Boolean).join(', ')
  return suffix === '' ? name : `${name} ${suffix}`
}

/** "Ana María Núñez Jr.", as it is said. */
export function fullName({ familyName, givenNames, suffix = '' }: Named): string {
  return [givenNames, familyName, suffix].filter(Boolean).join(' ')
}
