/** Every paper the office makes: its kind, and the template that stands beside the verb that asks for it. */
export const documentTemplates: Readonly<Record<string, string>> = {
  'court/court-letter': 'court/court-letter.typ',
  'home/program-contract': 'home/program-contract.typ',
  'intake/appointment-slip': 'intake/appointment-slip.typ',
  'intake/denial-notice': 'intake/denial-notice.typ',
  'intake/no-match-letter': 'intake/no-match-letter.typ',
  'money/receipt': 'money/receipt.typ',
  'money/waiver-decision': 'money/waiver-decision.typ',
  'programs/good-time': 'programs/good-time/good-time.typ',
  'programs/return-to-court': 'programs/return-to-court.typ',
  'work/contract': 'work-release/contract.typ',
  'work/roster': 'work-release/roster.typ',
}
