import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import type { paths } from '../../../api/schema.gen.ts'
import { Moment } from '../../../parts/day/day.tsx'
import type { Listing } from '../../../parts/list/index.ts'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import css from './messages.module.css'

export type Messages =
  paths['/api/monitoring/messages']['get']['responses']['200']['content']['application/json']
export type Message = Messages['messages'][number]

export const messagesKey = ['monitoring', 'messages'] as const

const stateWords: Record<Message['state'], { word: MessageDescriptor; tone: Tone }> = {
  asked: { word: msg`Waits to be sent`, tone: 'waiting' },
  'no-channel': { word: msg`No channel: call`, tone: 'now' },
  sent: { word: msg`Sent`, tone: 'settled' },
  delivered: { word: msg`Delivered`, tone: 'settled' },
  refused: { word: msg`Refused: call`, tone: 'now' },
}

const aboutWords: Record<Message['about'], MessageDescriptor> = {
  alarm: msg`Alarm`,
  gap: msg`Gap in the shifts`,
  help: msg`Request for help`,
  trial: msg`Trial`,
  other: msg`Something else`,
}

const mediumWords: Record<Message['medium'], MessageDescriptor> = {
  email: msg`E-mail`,
  text: msg`Text message`,
}

/** The state of a message as a shape and words; never "sent" for one that has not left. */
export function MessageState({ state }: { state: Message['state'] }) {
  const { i18n } = useLingui()
  const { word, tone } = stateWords[state]
  return <Status tone={tone}>{i18n._(word)}</Status>
}

/** The messages as a list. */
export const messageListing = (onOpen: (message: Message) => void): Listing<Message> => ({
  name: 'messages',
  title: msg`Messages`,
  rowKey: (message) => message.id,
  order: '-asked',
  filters: [
    {
      key: 'state',
      label: msg`State`,
      as: 'choice',
      options: [
        { value: 'untold', label: msg`Reached nobody` },
        ...Object.entries(stateWords).map(([value, { word }]) => ({ value, label: word })),
      ],
    },
    {
      key: 'medium',
      label: msg`By`,
      as: 'choice',
      options: Object.entries(mediumWords).map(([value, label]) => ({ value, label })),
    },
    { key: 'from', label: msg`From`, as: 'day' },
    { key: 'to', label: msg`To`, as: 'day' },
  ],
  columns: [
    {
      key: 'asked',
      title: msg`Asked`,
      cell: (message) => <Moment at={message.askedAt} />,
      sort: (message) => message.askedAt,
    },
    {
      key: 'recipient',
      title: msg({ message: 'To', context: 'whom' }),
      cell: (message) => (
        <>
          {message.recipient === '' ? message.to : message.recipient}
          {message.recipient !== '' && <div className={css.soft}>{message.to}</div>}
        </>
      ),
      sort: (message) => (message.recipient === '' ? message.to : message.recipient),
    },
    {
      key: 'text',
      title: msg`Message`,
      cell: (message) => (
        <Button type="button" unstyled onClick={() => onOpen(message)}>
          {message.title === '' ? message.text.slice(0, 80) : message.title}
        </Button>
      ),
      sort: (message) => message.title,
    },
    {
      key: 'about',
      title: msg`About`,
      cell: (message) => <Word of={aboutWords[message.about]} />,
      sort: (message) => message.about,
    },
    {
      key: 'by',
      title: msg`By`,
      cell: (message) => <Word of={mediumWords[message.medium]} />,
      sort: (message) => message.medium,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (message) => (
        <>
          <MessageState state={message.state} />
          <div className={css.soft}>{message.detail}</div>
        </>
      ),
      sort: (message) => message.state,
    },
  ],
})

function Word({ of }: { of: MessageDescriptor }) {
  const { i18n } = useLingui()
  return i18n._(of)
}
