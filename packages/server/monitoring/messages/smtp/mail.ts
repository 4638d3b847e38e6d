import { Temporal } from 'temporal-polyfill'
import type { Outgoing } from '../outcome.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Bytes of a text in one encoded word, so that its line stays under 76 characters (RFC 2047, 2). */
const wordBytes = 39

/**
 * An e-mail as RFC 5322 writes it: plain text in UTF-8, base64, so that no line is too long and nothing in it can
 * be taken for a line of the protocol. Its number stays the same when it is sent again, so that a mail server can
 * tell a second copy.
 */
export function mailOf(message: Outgoing, sender: string): string {
  const headers = [
    `From: ${sender}`,
    `To: ${message.to}`,
    `Subject: ${encoded(message.title)}`,
    `Date: ${mailDate(message.askedAt)}`,
    `Message-ID: <${message.id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
    // RFC 3834: nobody's holiday reply comes back for it.
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = Buffer.from(message.text.replace(/\r?\n/g, '\r\n')).toString('base64')
  return `${headers.join('\r\n')}\r\n\r\n${(body.match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`
}

/** A header's text: as it is where it is plain and short, else in encoded words that never cut a character. */
function encoded(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (/^[\x20-\x7e]{0,60}$/.test(line) && !line.includes('=?')) return line
  const words: string[] = []
  let word = ''
  for (const character of line) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  words.push(word)
  return words.map((each) => `=?utf-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ')
}

/** RFC 5322, 3.3, in UTC. */
export function mailDate(epochMilliseconds: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO('UTC')
  const clock = at.toPlainTime().toString({ smallestUnit: 'second' })
  return `${weekdays[at.dayOfWeek - 1]}, ${at.day} ${months[at.month - 1]} ${at.year} ${clock} +0000`
}
