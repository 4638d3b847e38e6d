import { hash, verify } from '@node-rs/argon2'

// argon2id, 19 MiB, two passes: OWASP's first choice. About 30 ms a try on an office machine.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Shortest password that is accepted. Length counts, composition rules do not. */
export const shortestPassword = 12

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether a password is the one that was hashed. False for anything that is not a hash. */
export async function passwordFits(kept: string, password: string): Promise<boolean> {
  try {
    return await verify(kept, password.normalize('NFKC'))
  } catch {
    return false
  }
}

let decoy: Promise<string> | undefined

/** Takes as long as a real try, so that an unknown user name is not told apart by time. */
export async function passwordFitsNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await passwordFits(await decoy, password)
  return false
}

/** Why a new password is refused, or null. */
export function passwordProblem(password: string, username: string): string | null {
  if (password.length < shortestPassword) return `Choose at least ${shortestPassword} characters.`
  if (password.length > 256) return 'Choose at most 256 characters.'
  if (password.toLowerCase().includes(username.toLowerCase()))
    return 'Choose one without your user name in it.'
  if (new Set(password).size < 5) return 'Choose one with more different characters.'
  return null
}
