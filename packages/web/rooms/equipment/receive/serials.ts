/** Serial numbers as somebody typed or scanned them: one a line, or with blanks or commas between them. */
export const serialsIn = (typed: string): string[] => typed.split(/[\s,;]+/).filter((part) => part !== '')
