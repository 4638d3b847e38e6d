type Row = { id?: string }

/** A row that says what one on record says is that one, and not a new one in its place. */
export function withIds<R extends object>(rows: readonly R[], onRecord: readonly (Row & Partial<R>)[]) {
  const free = [...onRecord]
  return rows.map((row) => {
    const place = free.findIndex((one) =>
      Object.entries(row).every(([name, value]) => one[name as keyof R] === value),
    )
    const [same] = place < 0 ? [] : free.splice(place, 1)
    return same?.id ? { ...row, id: same.id } : row
  })
}
