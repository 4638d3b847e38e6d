import type { MessageDescriptor } from '@lingui/core'
import { createRootRoute, createRoute } from '@tanstack/react-router'
import type { Permission } from '../api/session-store.ts'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { PageError } from './frame/page-error.tsx'
import type { Room } from './rooms.ts'
import { Session } from './sign-in/session.tsx'

declare module '@tanstack/react-router' {
  /** What every page says of itself. */
  interface StaticDataRouteOption {
    /** Name in the menu; also the document's title until the page gives a more exact one. */
    title: MessageDescriptor | null
    /** The permission that the page needs; null when every signed-in person may see it. */
    permission: Permission | null
    /** Where the page stands at the left; pages without it are reached from other pages. */
    menu?: { room: Room; order: number }
  }
}

/** Under this stand pages without the staff frame. */
export const root = createRootRoute({ staticData: { title: null, permission: null } })

/** Under this stand the pages of the staff: signed in, inside the frame. */
export const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  staticData: { title: null, permission: null },
  component: () => (
    <Session>
      <Frame />
    </Session>
  ),
  notFoundComponent: NotFound,
  errorComponent: PageError,
})

/** Every address that names no page: the frame stays, so that one can go on from there. */
export const nowhere = createRoute({
  getParentRoute: () => staff,
  path: '$',
  staticData: { title: null, permission: null },
  component: NotFound,
})
