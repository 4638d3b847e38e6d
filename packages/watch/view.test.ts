import { expect, test } from 'vitest'
import { at, fix, home, live, setting, stay, tick } from './testing/builders.ts'
import { view } from './view.ts'

const zones = setting(-60, { zones: [home] })

test('monitoring rule 3: a suspected crossing can be seen before it is confirmed', () => {
  const { state } = live([zones, ...stay(0, 5, 0), fix(5, 500), tick(6)])
  expect(view(state)).toMatchObject({
    evaluatedTo: at(6),
    lastContact: at(5),
    zones: [{ id: 'home', phase: 'suspected', since: at(5), alarm: null }],
  })
})

test('the alarm, the battery, what was set aside', () => {
  const { state } = live([
    zones,
    ...stay(0, 5, 0),
    ...stay(5, 9, 500, { battery: 0.6 }),
    fix(9, 0, { accuracy: 500 }),
  ])
  expect(view(state)).toMatchObject({
    battery: 0.6,
    batteryEmptyAt: null,
    zones: [{ id: 'home', phase: 'open', since: at(5), alarm: `p|zone-left|home|${at(5)}` }],
    setAside: { accuracy: 1 },
  })
})
