import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { kindWords } from '../parts/kind-words.ts'
import type { Protocol, ProtocolStep, Subject } from './use-guidelines.ts'

export const severityWords: Record<Protocol['severity'], MessageDescriptor> = {
  critical: msg`Critical`,
  high: msg`High`,
  medium: msg`Medium`,
  low: msg`Low`,
  note: msg`Note: asks nobody for anything`,
}

export const channelWords: Record<ProtocolStep['channel'], MessageDescriptor> = {
  device: msg`Signal to the unit`,
  'call-participant': msg`Call to the participant`,
  'call-on-call': msg`Call to who is on call`,
  email: msg`E-mail`,
  text: msg`Text message`,
  dispatch: msg`Officer sent`,
  note: msg`Note`,
}

/** Whom a missed time brings in, as one choice. */
export const escalationWords: Record<string, MessageDescriptor> = {
  'on-call supervisor': msg`Who is on call, then the supervisor`,
  'supervisor on-call': msg`The supervisor, then who is on call`,
  supervisor: msg`The supervisor`,
  'on-call': msg`Who is on call; the supervisor at the end in any case`,
  '': msg`The supervisor, without anybody before`,
}

const general: Record<string, MessageDescriptor> = {
  parameters: msg`Numbers that the watch decides by`,
  staffing: msg`Staffing and calls for help`,
  'protocol:*': msg`Every kind of alarm without its own`,
}

/** What a guideline is about, as a heading says it. */
export function useSubjectWords(): (subject: Subject) => string {
  const { i18n } = useLingui()
  return (subject) => {
    const words = general[subject] ?? kindWords[subject.slice('protocol:'.length)]
    return words ? i18n._(words) : subject
  }
}
