/** "(925) 555-0100" from digits with the country code of the United States; others as they are. */
export function phoneWords(digits: string): string {
  const local = /^1?(\d{3})(\d{3})(\d{4})$/.exec(digits)
  return local ? `(${local[1]}) ${local[2]}-${local[3]}` : `+${digits}`
}
