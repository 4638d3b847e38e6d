// What an area may be. The numbers are our own; each is the place where flat-earth metres or plain sense end.

/** Degrees: 80 north or south. There the distance to a line 1 km away is wrong by 0.45 m, and it grows as the tangent. */
export const FARTHEST_LATITUDE = 80

/** Metres from one end of a drawn area to the other, north-south or east-west: a large state fits (Alaska does not). */
export const WIDEST_AREA = 1_500_000

/** Metres. At its line a circle of this radius is wrong by less than 45 m, one of 10 km by less than 0.1 m. */
export const LARGEST_RADIUS = 100_000

/** Metres. Smaller than any fix is good for. */
export const SMALLEST_RADIUS = 1

/** Square metres. Less is a line, or a slip of the hand. */
export const SMALLEST_SURFACE = 1

/** Corners of one area; more is a coast line and wants to be simplified. Every pair of near edges is checked. */
export const MOST_CORNERS = 20_000

/** Degrees. A map that was turned once round writes 181 for -179: taken; more is no longitude. */
export const LARGEST_LONGITUDE = 360
