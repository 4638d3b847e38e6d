// What a message holds of secrets. They are credentials of units; of one that was refused only the end is kept, so that
// whoever set the unit up can tell one from another.

/** Names under which senders give secrets; `id` names the unit at the door of OsmAnd, and is its credential. */
const names = 'id|device_?id|pass(?:word|phrase|wd)?|secret|(?:access_|auth_)?token|api[_-]?key|credential'
const begins = '(?<![A-Za-z0-9_])'
/** A quotation mark, also one of JSON that stands as text in JSON. */
const quote = String.raw`\\?"`

/** `"name": "value"`, with the closing mark where the message was not cut. */
const quoted = new RegExp(
  String.raw`(${begins}(?:${names}|authorization)(?:${quote})?\s*[:=]\s*${quote}(?:(?:Bearer|Basic)\s+)?)((?:[^"\\]|\\[^"])*)`,
  'gi',
)
/** `name=value`, and `"name": value` without marks. */
const bare = new RegExp(String.raw`(${begins}(${names})((?:${quote})?\s*[:=])\s*)([^\s"\\&,;{}[\]]+)`, 'gi')
/** A header that was copied into a message. */
const header = /(\b(?:Bearer|Basic)\s+)([!-~]{8,})/gi

/** The end of a secret, to tell one from another, and less of a short one; it is text that can be kept. */
export const endOf = (secret: string): string =>
  secret.length < 8 ? '…' : `…${secret.slice(-4).replace(/[^!-~]/g, '?')}`

/** What was said of a secret before stays as it is. */
const veiled = (value: string) => (value.startsWith('…') ? value : endOf(value))

/** A message, or a part of one, without the secrets in it. */
export function withoutSecrets(text: string): string {
  return text
    .replace(quoted, (_, before: string, value: string) => `${before}${value === '' ? '' : veiled(value)}`)
    .replace(bare, (whole: string, before: string, name: string, sign: string, value: string) =>
      isNumberOfRow(name, sign, value) ? whole : `${before}${veiled(value)}`,
    )
    .replace(header, (_, before: string, value: string) => `${before}${veiled(value)}`)
}

/** `"id": 4711` in JSON numbers a row of somebody's table; the identifier of a unit is text there. */
const isNumberOfRow = (name: string, sign: string, value: string): boolean =>
  (name.toLowerCase() === 'id' && sign.endsWith(':')) || value === 'null'
