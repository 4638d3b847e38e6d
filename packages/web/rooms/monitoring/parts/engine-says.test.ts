import { describe, expect, test } from 'vitest'
import { engineSays } from './engine-says.ts'

describe('what the watch says is known again', () => {
  test.each([
    [
      'left a zone',
      '3 fit fixes in a row outside by more than their accuracy, over 120 s.',
      [{ sentence: 'beyond', figures: { count: '3', seconds: '120' } }],
    ],
    [
      'was not there at the start',
      'Not seen there since it began to bind; 1 fit fix outside by more than their accuracy, over 0 s.',
      [
        { sentence: 'not-seen', figures: {} },
        { sentence: 'beyond-once', figures: { seconds: '0' } },
      ],
    ],
    [
      'silent, and most likely empty',
      'Nothing was heard of the unit for 45 minutes. The battery was at 4 per cent when last heard.',
      [
        { sentence: 'silent', figures: { minutes: '45' } },
        { sentence: 'battery-when-heard', figures: { percent: '4' } },
      ],
    ],
    [
      'low, by its rate',
      'The battery is at 24 per cent; at the rate of the last hours it is empty in 3.5 hours.',
      [{ sentence: 'battery-until', figures: { percent: '24', hours: '3.5' } }],
    ],
    ['strap', 'The strap sensor reports open.', [{ sentence: 'strap-open', figures: {} }]],
    [
      'an outage',
      '12 units of Example Mobile fell silent within 1 minute.',
      [{ sentence: 'outage', figures: { units: '12', carrier: 'Example Mobile', minutes: '1' } }],
    ],
  ])('%s', (_, text, said) => {
    expect(engineSays(text)).toEqual(said)
  })

  test.each([
    '',
    'A drill: he left by the back door.',
    'The strap sensor reports open. Call him.',
    'Silent.',
  ])('what is not the watch’s own stays as it is: %s', (text) => {
    expect(engineSays(text)).toBeNull()
  })
})
