import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const deadSpots = createRoute({
  getParentRoute: () => staff,
  path: '/dead-spots',
  staticData: { title: msg`Dead spots`, permission: 'alarm.read', menu: { room: 'monitoring', order: 25 } },
  validateSearch: listSearch('q'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'DeadSpots'),
})
