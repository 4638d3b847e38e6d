const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in a page, whatever a file had in it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!)
