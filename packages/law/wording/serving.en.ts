/** How a sentence is served: days in jail first, good time, step-down, what is left in custody. */
export const serving = {
  'sentence.suspended': '{days|day|days} of the {of} suspended by the court',
  'sentence.good-time': '{days|day|days} of good time taken off',
  'sentence.good-time-lost': '{days|day|days} of good time taken back for a rule violation',
  'sentence.good-time-covers':
    'Good time ({days|day|days}) leaves nothing of the term to serve ({of|day|days}): check the paper before anybody is let go by it',
  'sentence.credit-covers-rest':
    'Credit for time served ({days|day|days}) covers what good time leaves of the term',
  'sentence.jail.days': 'At least {days|day|days} in jail first',
  'sentence.jail.share':
    '{percent} per cent of {base|day|days} in jail first, rounded up to a whole day: {days|day|days}',
  'sentence.jail.of-whole-term': 'Taken from the whole term, before any suspension ({days|day|days})',
  'sentence.jail.of-term-after-suspension': 'Taken from the term after suspension ({days|day|days})',
  'sentence.jail.other-reading': '{days|day|days}; by the other reading it would be {other}',
  'sentence.jail.all': 'The days in jail take up all that is left to serve ({days|day|days})',
  'sentence.jail.not-asked': 'No day in jail first is asked for this offense',
  'sentence.jail.credit': 'Credit for time served was time in jail: {days|day|days} of it count',
  'sentence.jail.placed-early': 'Placed {on:day}, {days|day|days} before the days in jail were served',
  'sentence.step-down.last-months': 'The last {months|month|months} on the lower level of supervision',
  'sentence.step-down.over-longest':
    'Supervision is longer than {most|month|months} by {over|day|days}: an officer must look',
  'sentence.step-down.in-proportion':
    'Shorter than the longest supervision: {months} of every {most|month|months} on the lower level',
  'sentence.step-down.none': 'Shorter than the longest supervision: no lower level',
  'sentence.step-down.ask':
    'Shorter than {most|month|months}: the office has not said yet when supervision is lowered',
  'sentence.custody.returned': 'Returned to custody {on:day}: {days|day|days} left to serve there',
  'sentence.custody.withdrawn':
    'Withdraws from the program {on:day}: {days|day|days} left to serve in custody',
  'sentence.custody.by-credit': '{daysServed|day|days} of work credited count as served',
  'sentence.custody.by-calendar': 'Served until then, by the calendar: {daysServed|day|days}',
  'sentence.cannot.no-offence': 'The offense that the sentence is for is not stated: ask the court',
  'sentence.cannot.suspended-more-than-term':
    'More days suspended ({suspended}) than the term has ({days}): check the paper',
  'sentence.cannot.event-after-as-of': 'Something is dated {on:day}, after {asOf:day}: check the date',
  'sentence.cannot.event-before-sentence':
    'Something is dated {on:day}, before the sentence begins ({first:day}): check the date',
  'sentence.cannot.events-contradict':
    'What is dated {on:day} does not fit what came before it: a placement or a return is missing',
  'sentence.cannot.good-time-of-missing': 'Good time is taken back on a commitment that is not here ({of})',
  'sentence.cannot.good-time-lost-more-than-granted':
    'More good time taken back ({lost}) than still stands ({granted})',
  'sentence.cannot.good-time-lost-without-violation':
    'Good time is taken back {on:day}, and no return to custody for a rule violation is on record by then',
  'sentence.cannot.custody-served-more-than-owed':
    'More days served by {on:day} ({served}) than were owed ({owed}): an officer must look',
  'sentence.cannot.jail-served-goes-back':
    'Fewer days in jail recorded {on:day} ({days}) than at the placement before it ({before})',
  'sentence.offence.28-1381-I': 'Driving under the influence, 28-1381(I)',
  'sentence.offence.28-1381-K': 'Driving under the influence, second offense, 28-1381(K)',
  'sentence.offence.28-1382-D': 'Driving under the extreme influence, 28-1382(D)',
  'sentence.offence.28-1382-E': 'Driving under the extreme influence, second offense, 28-1382(E)',
  'sentence.offence.other': 'Another offense',
} as const
