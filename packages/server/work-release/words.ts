/** A person as a list names them: `Ruiz, Ana`. */
export function nameInList(person: {
  family_name: string | null
  given_names: string | null
  suffix?: string | null
}): string {
  const family = [person.family_name, person.suffix].filter(Boolean).join(' ')
  return [family, person.given_names].filter(Boolean).join(', ')
}
