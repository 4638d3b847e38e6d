import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer, spoken } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { channelSettings } from './channel-settings.ts'
import {
  type ChannelShown,
  channelShown,
  channels,
  endChannel,
  medium,
  setChannel,
  tryChannel,
} from './channels.ts'
import { reportForm, takeReport } from './delivery-report.ts'
import {
  type MessageShown,
  messageList,
  messageShown,
  messagesAsked,
  messageWithSteps,
  type StepShown,
  stepShown,
} from './message-list.ts'
import { sendAgain } from './record-delivery.ts'

const isDone = { done: true as const }
const ofMedium = z.strictObject({ medium })

/** Messages that leave the house, what is known of their delivery, and by which way they leave. */
export const messageRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/messages',
    permission: 'alarm.read',
    summary: 'Messages that were asked for, the latest first, with the state of their delivery',
    query: messagesAsked,
    response: z.object({
      messages: z.array(messageShown),
      /** Which kinds have a channel; without one, call. */
      channels: z.object({ email: z.boolean(), text: z.boolean() }),
    }),
    handle: async ({ office, ctx, query, reply }) => {
      const found = await read<'monitoring', { messages: MessageShown[]; set: string[] }>(
        office.db,
        ctx,
        async (tx) => ({
          messages: await messageList(tx, query, ctx.agency.timeZone),
          set: (
            await tx.selectFrom('monitoring.channel').select('medium').where('ended_at', 'is', null).execute()
          ).map((row) => row.medium),
        }),
      )
      if (query.format === 'csv')
        return csvAnswer(reply, `messages ${ctx.today}`, asCsv(found.messages, ctx.agency.timeZone))
      return {
        messages: found.messages,
        channels: { email: found.set.includes('email'), text: found.set.includes('text') },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/messages/:id',
    permission: 'alarm.read',
    summary: 'One message with each word about its delivery',
    params: z.strictObject({ id }),
    response: z.object({ message: messageShown, steps: z.array(stepShown) }),
    handle: ({ office, ctx, params }) =>
      read<'monitoring', { message: MessageShown; steps: StepShown[] }>(office.db, ctx, (tx) =>
        messageWithSteps(tx, params.id),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/messages/:id/send-again',
    permission: 'alarm.work',
    summary: 'Send a message again that reached nobody',
    params: z.strictObject({ id }),
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, sendAgain, { messageId: params.id })
      return isDone
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/delivery-reports/:word',
    // The word in the address is the credential: another system has no session.
    permission: 'anyone',
    summary: 'Report that a message was delivered or refused, by the word that was given with it',
    params: z.strictObject({ word: z.string().regex(/^[A-Za-z0-9_-]{32}$/) }),
    body: reportForm,
    response: done,
    bodyLimit: 4096,
    handle: async ({ office, params, body }) => {
      await takeReport(office.db, params.word, body)
      return isDone
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/channels',
    permission: 'channel.manage',
    summary: 'By which way e-mail and text messages leave, and how the last trial went',
    response: z.object({ channels: z.array(channelShown) }),
    handle: async ({ office, ctx }) => ({
      channels: await read<'monitoring', ChannelShown[]>(office.db, ctx, channels),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/channels/:medium',
    permission: 'channel.manage',
    summary: 'Set by which way a kind of message leaves',
    params: ofMedium,
    body: channelSettings,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, setChannel, { medium: params.medium, settings: body }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/channels/:medium/end',
    permission: 'channel.manage',
    summary: 'End a channel: from now on every step says to call',
    params: ofMedium,
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endChannel, { medium: params.medium })
      return isDone
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/channels/:medium/try',
    permission: 'channel.manage',
    summary: 'Send a trial message',
    params: ofMedium,
    body: z.strictObject({ to: text(254) }),
    response: z.object({ messageId: id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, tryChannel, { medium: params.medium, to: body.to }),
  }),
]

const asCsv = (rows: readonly MessageShown[], timeZone: string) =>
  csv(
    rows,
    [
      { title: 'Asked', value: (row) => row.askedAt },
      { title: 'By', value: (row) => spoken(row.medium) },
      { title: 'To', value: (row) => row.to },
      { title: 'Recipient', value: (row) => row.recipient },
      { title: 'Title', value: (row) => row.title },
      { title: 'About', value: (row) => spoken(row.about) },
      { title: 'State', value: (row) => spoken(row.state) },
      { title: 'Since', value: (row) => row.stateAt },
      { title: 'Tries', value: (row) => row.tries },
      { title: 'Last word', value: (row) => row.detail },
    ],
    timeZone,
  )
