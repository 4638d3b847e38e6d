import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

/** `enter` stands in the address while the returned sheet is entered, so that a reload comes back to it. */
const enterOnly = ({ enter }: Record<string, unknown>): { enter?: 'sheet' } =>
  enter === 'sheet' ? { enter } : {}

export const roster = createRoute({
  getParentRoute: () => staff,
  path: '/rosters/$siteId/$week',
  staticData: { title: msg`Roster`, permission: 'roster.read' },
  validateSearch: enterOnly,
  component: lazyRouteComponent(() => import('./view.tsx'), 'RosterPage'),
})
