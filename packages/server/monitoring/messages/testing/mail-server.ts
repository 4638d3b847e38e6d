import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls'

/** An e-mail as the server took it. */
export interface TakenMail {
  from: string
  to: string
  /** As it came over the line, dots taken off again. */
  text: string
  secure: boolean
  user: string | null
}

/** How the server behaves. */
export interface Manner {
  tls?: 'from-the-start' | 'starttls'
  credentials?: { key: string; certificate: string }
  /** Name and password that it asks for. */
  account?: readonly [user: string, password: string]
  /** How one signs in; both unless said. */
  ways?: string
  /** Answers in place of its own, by the first word of what was said; the last holds on. */
  answers?: Record<string, string[]>
  /** Says something more right after it agrees to STARTTLS, as a meddler would. */
  meddles?: true
  /** Says nothing at all. */
  silent?: true
}

/** A mail server on the loopback that speaks enough of RFC 5321, and remembers. */
export async function mailServer(manner: Manner = {}): Promise<{
  port: number
  mails: TakenMail[]
  /** Every line that was said to it. */
  heard: string[]
  stop(): Promise<void>
}> {
  const mails: TakenMail[] = []
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const accept = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (!manner.silent) talk(socket, manner, mails, heard)
  }
  const { credentials } = manner
  const server: Server =
    manner.tls === 'from-the-start'
      ? createTlsServer({ key: credentials!.key, cert: credentials!.certificate }, accept)
      : createServer(accept)
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    mails,
    heard,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function talk(first: Socket, manner: Manner, mails: TakenMail[], heard: string[]): void {
  let socket = first
  let buffer = ''
  let inData = false
  let secure = first instanceof TLSSocket
  let user: string | null = null
  let awaits: 'name' | 'password' | null = null
  let mail = { from: '', to: '' }
  const answers = Object.fromEntries(
    Object.entries(manner.answers ?? {}).map(([word, list]) => [word, [...list]]),
  )
  const say = (line: string) => socket.write(`${line}\r\n`)
  const decoded = (text: string) => Buffer.from(text, 'base64').toString()
  const signedIn = (name: string, password: string) => {
    const right = manner.account?.[0] === name && manner.account[1] === password
    user = right ? name : null
    say(right ? '235 Welcome' : '535 No such name or password')
  }
  const own: Record<string, (rest: string) => void> = {
    EHLO: () => {
      if (manner.tls === 'starttls' && !secure) say('250-STARTTLS')
      if (manner.account) say(`250-AUTH ${manner.ways ?? 'LOGIN PLAIN'}`)
      say('250 SIZE 1000000')
    },
    STARTTLS: () => {
      socket.write(`220 Go on\r\n${manner.meddles ? '250 Trust me\r\n' : ''}`)
      if (manner.meddles) return
      const { key, certificate } = manner.credentials!
      socket.removeAllListeners('data')
      const plain = socket
      socket = new TLSSocket(plain, {
        isServer: true,
        secureContext: createSecureContext({ key, cert: certificate }),
      })
      socket.on('error', () => undefined)
      secure = true
      listen()
    },
    AUTH: (rest) => {
      const [way, given] = rest.split(' ')
      if (way === 'LOGIN') {
        awaits = 'name'
        say('334 VXNlcm5hbWU6')
      } else {
        const [, name, password] = decoded(given!).split('\0')
        signedIn(name!, password!)
      }
    },
    MAIL: (rest) => {
      if (manner.account && !user) return say('530 Sign in first')
      mail = { from: /<(.*)>/.exec(rest)![1]!, to: '' }
      return say('250 Fine')
    },
    RCPT: (rest) => {
      mail.to = /<(.*)>/.exec(rest)![1]!
      say('250 Fine')
    },
    DATA: () => {
      inData = true
      say('354 Go on')
    },
    QUIT: () => {
      say('221 Bye')
      socket.end()
    },
  }
  let name = ''
  const line = (text: string) => {
    heard.push(text)
    if (awaits === 'name') {
      name = decoded(text)
      awaits = 'password'
      return say('334 UGFzc3dvcmQ6')
    }
    if (awaits === 'password') {
      awaits = null
      return signedIn(name, decoded(text))
    }
    const word = text.split(' ')[0]!.toUpperCase()
    const other = answers[word]
    const answer = other && other.length > 1 ? other.shift() : other?.[0]
    if (answer) return say(answer)
    return own[word]?.(text.slice(word.length + 1)) ?? undefined
  }
  const listen = () => {
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      buffer += piece
      for (;;) {
        const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
        if (end < 0) return
        const text = buffer.slice(0, end)
        buffer = buffer.slice(end + (inData ? 5 : 2))
        if (!inData) {
          line(text)
          continue
        }
        inData = false
        const other = answers['.']?.[0]
        if (other) say(other)
        else {
          mails.push({ ...mail, text: `${text}\r\n`.replace(/^\.\./gm, '.'), secure, user })
          say('250 Taken as 42')
        }
      }
    })
  }
  listen()
  const greeting = answers.greeting?.[0]
  say(greeting ?? '220-This is\r\n220 a mail server')
}
