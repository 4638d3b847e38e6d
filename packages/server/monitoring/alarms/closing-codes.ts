/** Why an alarm was closed. What each means stands on the page that asks. */
export const closingCodes = [
  /** A leave, a changed schedule or an exception allowed it. */
  'allowed',
  /** Back on the permitted side, or in contact again; spoken to. */
  'returned',
  /** A violation: handed to the officer who supervises the person. */
  'violation',
  /** The participant was found or is in custody. */
  'custody',
  /** Help was sent, or the person is safe. */
  'helped',
  /** Strap and case were inspected by somebody and are sound. */
  'inspected',
  /** The unit failed, or was replaced. */
  'unit-fault',
  /** Charged again. */
  'charged',
  /** A place where units lose their signal. */
  'dead-spot',
  /** The network of the carrier was down. */
  'network',
  /** Nothing had happened: a wrong position, a wrong reading. */
  'false',
  /** Later evidence no longer supports it. */
  'withdrawn',
  /** Another alarm is about the same. */
  'same-as-other',
  'drill-over',
  'other',
] as const
export type ClosingCode = (typeof closingCodes)[number]

/** Closings that say that nothing had happened. */
export const falseCodes: readonly ClosingCode[] = ['false', 'dead-spot', 'unit-fault']
