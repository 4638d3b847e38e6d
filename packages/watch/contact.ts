import { isOfSensor, isOfTrackingUnit } from './detectors/wearer.ts'
import { compareInputs } from './order.ts'
import type { Contact, Evidence } from './state.ts'
import type { DeviceInput, Fix } from './types.ts'

/** What messages mean for contact and battery, in the order in which they came. */
export function contactsOf(messages: readonly Evidence[]): Contact[] {
  const contacts: Contact[] = []
  for (const message of messages) {
    if (message.kind !== 'settled' && (isOfTrackingUnit(message) || isOfSensor(message)))
      contacts.push(contactOf(message))
  }
  return contacts.length < 2 ? contacts : contacts.sort(compareInputs)
}

function contactOf(input: Fix | DeviceInput): Contact {
  const contact: Contact = {
    kind: 'contact',
    key: input.key,
    at: input.received,
    received: input.received,
    measured: Math.min(input.at, input.received),
  }
  if (input.device !== undefined) contact.device = input.device
  if (input.battery !== undefined && input.battery >= 0 && input.battery <= 1) contact.battery = input.battery
  if (input.charging !== undefined) contact.charging = input.charging
  if (input.kind === 'device') {
    if (input.event === 'charging') contact.charging = true
    else if (input.event === 'unplugged') contact.charging = false
    else if (input.event === 'shut-down') contact.off = true
    else if (input.event === 'battery-low') contact.low = true
    if (isOfSensor(input)) contact.sensor = true
  }
  return contact
}
