import { describe, expect, test } from 'vitest'
import { withIds } from './with-ids.ts'

const ana = { name: 'Ana', phone: '1' }
const luis = { name: 'Luis', phone: '2' }

describe('rows of a person that were typed again', () => {
  test('a row that says the same keeps its id, wherever it stands now', () => {
    const onRecord = [
      { id: 'a', ...ana },
      { id: 'l', ...luis },
    ]
    expect(withIds([luis, ana], onRecord)).toEqual([
      { ...luis, id: 'l' },
      { ...ana, id: 'a' },
    ])
  })

  test('a row that says something else is a new one', () => {
    expect(withIds([{ ...ana, phone: '3' }], [{ id: 'a', ...ana }])).toEqual([{ ...ana, phone: '3' }])
  })

  test('two rows that say the same are not taken for one', () => {
    expect(withIds([ana, ana], [{ id: 'a', ...ana }])).toEqual([{ ...ana, id: 'a' }, ana])
  })
})
