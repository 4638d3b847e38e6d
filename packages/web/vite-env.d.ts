/// <reference types="vite/client" />

declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}

declare module 'virtual:map-base' {
  import type { StateEntry, Way } from './parts/map/base/shapes.ts'
  /** Lines of the states, for the view of the whole country. */
  export const outline: readonly Way[]
  export const states: readonly StateEntry[]
}
