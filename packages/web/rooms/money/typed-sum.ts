import { readMoney } from '../../parts/form/read/money.ts'

/** The monthly amounts of rows as far as they can be read while they are typed, in cents. */
export function typedSum(rows: unknown): number {
  if (!Array.isArray(rows)) return 0
  return rows.reduce((sum: number, row: { monthlyCents?: unknown }) => {
    const read = typeof row.monthlyCents === 'string' ? readMoney(row.monthlyCents) : { cents: 0 }
    return sum + ('cents' in read ? read.cents : 0)
  }, 0)
}
