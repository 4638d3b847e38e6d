import { describe, expect, it } from 'vitest'
import { answer, formPath, Refused, readProblem } from './problem.ts'

describe('a refusal', () => {
  it('is read with its fields and its conflict', () => {
    const conflict = {
      changedBy: 'Deputy Ortega',
      changedAt: '2026-03-02T18:42:00Z',
      current: { version: 2 },
    }
    const error = {
      code: 'conflict',
      message: 'Changed.',
      fields: [{ path: '/body/days/0', message: 'Full.' }],
      conflict,
    }
    expect(readProblem({ error }, 409)).toEqual({
      status: 409,
      code: 'conflict',
      message: 'Changed.',
      fields: [{ path: 'days.0', message: 'Full.' }],
      conflict,
    })
  })

  it.each([
    undefined,
    null,
    'a page of a proxy',
    {},
    { error: 'text' },
    { error: { fields: 'none', conflict: [] } },
  ])('in another form is a problem without words: %j', (body) =>
    expect(readProblem(body, 502)).toEqual({ status: 502, code: 'unexpected', message: '', fields: [] }),
  )

  it('is thrown to queries', async () => {
    const response = new Response(null, { status: 404 })
    const refused = answer(
      Promise.resolve({ error: { error: { code: 'not-found', message: 'No.' } }, response }),
    )
    await expect(refused).rejects.toBeInstanceOf(Refused)
    await expect(answer(Promise.resolve({ data: 7, response: new Response() }))).resolves.toBe(7)
  })
})

it.each([
  ['amountCents', 'amountCents'],
  ['/amountCents', 'amountCents'],
  ['/body/charges/0/statute', 'charges.0.statute'],
  ['body.charges[0].statute', 'charges.0.statute'],
  ['', ''],
])('%s names the field %s', (path, field) => expect(formPath(path)).toBe(field))
