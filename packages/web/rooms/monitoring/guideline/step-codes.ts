import type { ProtocolStep } from './use-guidelines.ts'

type TypedStep = Omit<ProtocolStep, 'code'>

/**
 * Gives each step the code by which records name it: the one it had, where its text or its way stayed; else a new
 * one that says its way.
 */
export function stepsWithCodes(steps: readonly TypedStep[], before: readonly ProtocolStep[]): ProtocolStep[] {
  const free = new Map(before.map((step) => [step.code, step]))
  const take = (fits: (step: ProtocolStep) => boolean): string | undefined => {
    const found = [...free.values()].find(fits)?.code
    if (found !== undefined) free.delete(found)
    return found
  }
  // Those whose text stayed choose first, so that no other takes their code.
  const kept = steps.map((step) => take(({ text }) => text === step.text))
  const codes = steps.map((step, place) => kept[place] ?? take(({ channel }) => channel === step.channel))
  const used = new Set(codes)
  return steps.map((step, place) => {
    const code = codes[place] ?? unused(step.channel, used)
    used.add(code)
    const { text, textEs, channel, minutes } = step
    return { code, text, ...(textEs ? { textEs } : {}), channel, minutes }
  })
}

function unused(channel: string, used: ReadonlySet<string | undefined>): string {
  for (let number = 1; ; number++) {
    const code = number === 1 ? channel : `${channel}-${number}`
    if (!used.has(code)) return code
  }
}
