import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** What a server answered: its number and its words. */
export interface Reply {
  code: number
  lines: string[]
}

/** A server that answered otherwise than hoped. From 500 on it will do so again. */
export class SmtpRefusal extends Error {
  override name = 'SmtpRefusal'
  readonly code: number
  constructor(said: string, reply: Reply) {
    super(`${said}: ${reply.code} ${reply.lines.join(' ')}`.slice(0, 400))
    this.code = reply.code
  }
}

/** The longest answer that is read, in characters. */
const longestReply = 64 * 1024

export interface Server {
  host: string
  port: number
  /** TLS from the first byte. */
  tls: boolean
  /** Certificate of the authority that vouches for the server, in PEM; the machine's own list without it. */
  authority: string | undefined
  /** Milliseconds without a word after which the server is given up. */
  patience: number
}

/** One conversation with a mail server: a command, then its whole answer, in turn (RFC 5321). */
export class Conversation {
  readonly #server: Server
  #socket: Socket
  #heard = ''
  #ended: Error | null = null
  #wake: () => void = () => undefined

  private constructor(server: Server, socket: Socket) {
    this.#server = server
    this.#socket = socket
    this.#listen()
  }

  /** Connects, and hears the greeting. @throws Error in words of the network; SmtpRefusal */
  static async open(server: Server): Promise<Conversation> {
    const { host, port, authority, patience } = server
    const socket = server.tls
      ? connectTls({ host, port, servername: host, ...(authority ? { ca: authority } : {}) })
      : connect({ host, port })
    const opened = once(socket, server.tls ? 'secureConnect' : 'connect', {
      signal: AbortSignal.timeout(patience),
    })
    try {
      await opened
    } catch (error) {
      socket.destroy()
      throw error
    }
    const conversation = new Conversation(server, socket)
    await conversation.expect('The greeting', 220)
    return conversation
  }

  /** Says a line and hears the answer. `as` stands for the line in what is told of a refusal: no password does. */
  async say(line: string, hoped: number, as = line): Promise<Reply> {
    if (/[\r\n]/.test(line)) throw new Error('A line of SMTP holds no line break.')
    this.#socket.write(`${line}\r\n`)
    return this.expect(as, hoped)
  }

  /** Says a whole message: lines that begin with a dot get another one, and a dot alone ends it. */
  async sayMessage(message: string): Promise<Reply> {
    const stuffed = message.replace(/^\./gm, '..')
    this.#socket.write(`${stuffed}${stuffed.endsWith('\r\n') ? '' : '\r\n'}.\r\n`)
    return this.expect('The message', 250)
  }

  /** Hears an answer. @throws SmtpRefusal when it is another than hoped */
  async expect(as: string, hoped: number): Promise<Reply> {
    const reply = await this.#hear()
    if (reply.code !== hoped) throw new SmtpRefusal(as, reply)
    return reply
  }

  /**
   * Goes on under TLS. What the server said in the clear after its last answer is somebody else's word.
   * @throws Error when there was such, or the certificate does not hold
   */
  async secure(): Promise<void> {
    if (this.#heard !== '') throw new Error('The server spoke before the connection was secure.')
    const { host, authority, patience } = this.#server
    this.#socket.removeAllListeners()
    const socket = connectTls({
      socket: this.#socket,
      servername: host,
      ...(authority ? { ca: authority } : {}),
    })
    this.#socket = socket
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(patience) })
    this.#listen()
  }

  close(): void {
    this.#socket.destroy()
  }

  #listen(): void {
    const end = (error: Error) => {
      this.#ended ??= error
      this.#wake()
    }
    this.#socket.setEncoding('utf8')
    this.#socket.on('data', (piece: string) => {
      this.#heard += piece
      if (this.#heard.length > longestReply) end(new Error('The server’s answer has no end.'))
      this.#wake()
    })
    this.#socket.on('error', end)
    this.#socket.on('close', () => end(new Error('The server closed the connection.')))
    this.#socket.setTimeout(this.#server.patience, () => end(new Error('The server fell silent.')))
  }

  async #hear(): Promise<Reply> {
    for (;;) {
      const reply = this.#wholeReply()
      if (reply) return reply
      if (this.#ended) throw this.#ended
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** An answer is whole when a line has a blank after its number. */
  #wholeReply(): Reply | null {
    const match = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\r?\n/.exec(this.#heard)
    if (!match) return null
    this.#heard = this.#heard.slice(match[0].length)
    const lines = match[0].split(/\r?\n/).filter((line) => line !== '')
    return { code: Number(match[1]), lines: lines.map((line) => line.slice(4)) }
  }
}
