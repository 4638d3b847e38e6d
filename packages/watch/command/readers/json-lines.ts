/**
 * The line on which each value of a JSON text begins, by its path, such as `features[3].geometry`. The text must be JSON:
 * it is asked of texts that have been parsed.
 *
 * @example linesOf('{"a": [1,\n 2]}').get('a[1]') // 2
 */
export function linesOf(text: string): Map<string, number> {
  const scan = new Scan(text)
  scan.value('')
  return scan.lines
}

class Scan {
  readonly lines = new Map<string, number>()
  private readonly text: string
  private at = 0
  private line = 1

  constructor(text: string) {
    this.text = text
  }

  value(path: string): void {
    this.space()
    this.lines.set(path, this.line)
    const letter = this.text[this.at]
    if (letter === '{') this.members(path)
    else if (letter === '[') this.elements(path)
    else if (letter === '"') this.string()
    else while (this.at < this.text.length && !/[\s,\]}]/.test(this.text[this.at]!)) this.at += 1
    this.space()
  }

  private members(path: string): void {
    this.at += 1
    this.space()
    while (this.at < this.text.length && this.text[this.at] !== '}') {
      const name = JSON.parse(this.string()) as string
      this.space()
      this.at += 1
      this.value(path === '' ? name : `${path}.${name}`)
      if (this.text[this.at] === ',') this.at += 1
      this.space()
    }
    this.at += 1
  }

  private elements(path: string): void {
    this.at += 1
    this.space()
    for (let place = 0; this.at < this.text.length && this.text[this.at] !== ']'; place++) {
      this.value(`${path}[${place}]`)
      if (this.text[this.at] === ',') this.at += 1
      this.space()
    }
    this.at += 1
  }

  private string(): string {
    const from = this.at
    this.at += 1
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      this.at += this.text[this.at] === '\\' ? 2 : 1
    }
    this.at += 1
    return this.text.slice(from, this.at)
  }

  private space(): void {
    while (this.at < this.text.length && /\s/.test(this.text[this.at]!)) {
      if (this.text[this.at] === '\n') this.line += 1
      this.at += 1
    }
  }
}
