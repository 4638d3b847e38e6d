import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Keys } from '../platform/keys.ts'

/** Seconds a code lasts. */
const period = 30

/** A new secret for an authenticator app. */
export function newSecret(): string {
  return generateSecret()
}

/** What the authenticator app reads from the square code. */
export function enrolmentUri(secret: string, username: string, agency: string): string {
  return generateURI({ issuer: `Inlieu, ${agency}`, label: username, secret })
}

/** Seals a secret for one account. */
export function sealSecret(keys: Keys, accountId: string, secret: string): string {
  return keys.seal(secret, `access.account.second-factor:${accountId}`)
}

/**
 * Whether a six-digit code is right, one period either way, and later than the last one used.
 * @returns the period it belongs to, to be kept so that it works once; null when wrong or used
 */
export function codeStep(
  keys: Keys,
  account: { id: string; second_factor_sealed: string | null; second_factor_last_step: number | null },
  code: string,
  epochSeconds: number,
): number | null {
  if (!account.second_factor_sealed || !/^\d{6}$/.test(code)) return null
  const secret = keys.open(account.second_factor_sealed, `access.account.second-factor:${account.id}`)
  const answer = verifySync({ secret, token: code, epoch: epochSeconds, period, epochTolerance: period })
  if (!answer.valid) return null
  const step = Math.floor(epochSeconds / period) + answer.delta
  return account.second_factor_last_step !== null && step <= account.second_factor_last_step ? null : step
}
