/** The two kinds of message that leave the house. */
export type Medium = 'email' | 'text'

/** As much of RFC 5321 as real addresses use; nothing that a line of SMTP could take for a command. */
const mailbox = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/

/** Why a message cannot go to an address, in one sentence; null when it can. */
export function addressProblem(medium: Medium, address: string): string | null {
  if (address.trim() === '')
    return medium === 'email' ? 'No e-mail address is on record.' : 'No telephone number is on record.'
  if (medium === 'email')
    return mailbox.test(address) ? null : 'This is no e-mail address: write it as name@office.gov.'
  const digits = address.replace(/\D/g, '').length
  return /^\+?[\d\s().-]+$/.test(address) && digits >= 7 && digits <= 15
    ? null
    : 'This is no telephone number: write it as (916) 555-0100 or +1 916 555 0100.'
}

/** A telephone number as gateways take it: with its country code, the United States' where it has none. */
export function dialled(number: string): string {
  const digits = number.replace(/\D/g, '')
  return number.trim().startsWith('+') || digits.length > 10 ? `+${digits}` : `+1${digits}`
}
