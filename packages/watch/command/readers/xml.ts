/** Where an element begins or ends. `name` is without its prefix. */
export interface Element {
  kind: 'begins' | 'ends'
  name: string
  attributes: Record<string, string>
  /** Of one that ends: the text since the last tag. */
  text: string
  line: number
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*("([^"]*)"|'([^']*)')/g

/**
 * The elements of an XML text in order, as far as it is well formed; what is no tag is text. Entities of a document's own
 * are never followed. Enough for the flat records of GPX, and no more than that.
 */
export function* elementsOf(text: string): Generator<Element> {
  let line = 1
  let counted = 0
  let inside = ''
  let from = 0
  const lineAt = (place: number): number => {
    for (; counted < place; counted++) if (text.charCodeAt(counted) === 10) line += 1
    return line
  }
  for (const token of text.matchAll(TOKEN)) {
    inside += entities(text.slice(from, token.index))
    from = token.index + token[0].length
    const [, cdata, closes, prefixed, attributes = '', alone] = token
    if (cdata !== undefined) inside += cdata
    if (prefixed === undefined) continue
    const name = prefixed.slice(prefixed.indexOf(':') + 1)
    const about = { name, line: lineAt(token.index) }
    if (closes !== '/') yield { ...about, kind: 'begins', attributes: attributesOf(attributes), text: '' }
    if (closes === '/' || alone === '/')
      yield { ...about, kind: 'ends', attributes: {}, text: alone ? '' : inside }
    inside = ''
  }
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, , double, single] of text.matchAll(ATTRIBUTE)) {
    found[name!] = entities(double ?? single ?? '')
  }
  return found
}

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const entities = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name]!)
