import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const roster = createRoute({
  getParentRoute: () => staff,
  path: '/rosters/$siteId/$week',
  staticData: { title: msg`Roster`, permission: 'roster.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'RosterPage'),
})
