import { describe, expect, it } from 'vitest'
import { afterRefused, afterTaken, nextOf, strays, type Tick, tickOf, waiting, withTick } from './queue.ts'

const tick = (contractDayId: string, key: string, more: Partial<Tick> = {}): Tick => ({
  contractDayId,
  key,
  on: '2026-03-02',
  version: 0,
  mark: 'worked',
  minutes: null,
  ...more,
})
const refusal = { status: 409, code: 'conflict', message: 'Ticked first.', fields: [] }

describe('WAP-P6.2 ticks that wait for the network', () => {
  it('are sent in their order, the last word on each day', () => {
    const queue = withTick(
      withTick(withTick([], tick('a', '1')), tick('b', '2')),
      tick('a', '3', { mark: 'absent' }),
    )
    expect(queue.map(({ key }) => key)).toEqual(['2', '3'])
    expect(nextOf(queue)?.key).toBe('2')
    expect(tickOf(queue, 'a')?.mark).toBe('absent')
    expect(waiting(queue)).toBe(2)
  })

  it('one that is under way stays, and the later word stands over the mark that it makes', () => {
    const first = tick('a', '1')
    const queue = withTick([first], tick('a', '2', { mark: 'absent' }), '1')
    expect(queue.map(({ key }) => key)).toEqual(['1', '2'])
    expect(afterTaken(queue, first, 1)).toEqual([tick('a', '2', { mark: 'absent', version: 1 })])
  })

  it('taken ones leave, and other days keep their version', () => {
    expect(afterTaken([tick('a', '1'), tick('b', '2')], tick('a', '1'), 4)).toEqual([tick('b', '2')])
  })
})

describe('a refused tick', () => {
  it('stays in sight with the reason and lets the others pass', () => {
    const queue = afterRefused([tick('a', '1'), tick('b', '2')], tick('a', '1'), refusal)
    expect(tickOf(queue, 'a')?.refused).toEqual(refusal)
    expect(nextOf(queue)?.key).toBe('2')
    expect(waiting(queue)).toBe(1)
  })

  it('that was overtaken by a later word is forgotten', () => {
    const first = tick('a', '1')
    expect(afterRefused([first, tick('a', '2')], first, refusal)).toEqual([tick('a', '2')])
  })

  it('is replaced by a new word on the day', () => {
    const queue = afterRefused([tick('a', '1')], tick('a', '1'), refusal)
    expect(withTick(queue, tick('a', '2'))).toEqual([tick('a', '2')])
  })

  it('of a day that left the sheet is told apart, so that it does not vanish', () => {
    const queue = [tick('a', '1', { refused: refusal }), tick('b', '2', { refused: refusal }), tick('c', '3')]
    expect(strays(queue, new Set(['a'])).map(({ key }) => key)).toEqual(['2'])
  })
})
