import { createServer } from 'node:net'
import { errorCode, errorText, LaunchFailure } from './failure.ts'

/** A port on 127.0.0.1 that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  return listenOnce(0)
}

/** Fails in one line when nothing could be served on `port`, naming the option that chooses another one. */
export async function checkPort(port: number, option: '--port' | '--device-port' = '--port'): Promise<void> {
  try {
    await listenOnce(port)
  } catch (error) {
    throw portFailure(port, option, error)
  }
}

function portFailure(port: number, option: string, error: unknown): LaunchFailure {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new LaunchFailure(
        `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another port with ${option}.`,
      )
    case 'EACCES':
      return new LaunchFailure(
        `Port ${port} may not be used by this user: choose one above 1023 with ${option}.`,
      )
    default:
      return new LaunchFailure(`Port ${port} cannot be used: ${errorText(error)}.`)
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}
