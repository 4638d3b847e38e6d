import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { searchedFor } from '../../../parts/list/searched-for.ts'

export const followed = createRoute({
  getParentRoute: () => staff,
  path: '/followed',
  staticData: { title: msg`People followed`, permission: 'alarm.read' },
  validateSearch: searchedFor,
  component: lazyRouteComponent(() => import('./view.tsx'), 'Followed'),
})
