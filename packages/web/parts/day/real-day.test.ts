import { expect, test } from 'vitest'
import { realDay } from './real-day.ts'

test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a day', (text) =>
  expect(realDay(text)?.toString()).toBe(text),
)

test.each(['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-2-3', 'today', '', undefined])(
  '%s is none',
  (text) => expect(realDay(text)).toBeNull(),
)
