/** Where a proof says what held and what it measured. */
export interface Report {
  /** Something that must be true. @param detail said when it is not */
  check(what: string, holds: boolean, detail?: string): void
  /** Something measured. */
  figure(what: string, value: string | number): void
}
