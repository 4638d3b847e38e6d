import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const zoneSets = createRoute({
  getParentRoute: () => staff,
  path: '/zone-sets',
  staticData: { title: msg`Zone sets`, permission: 'home.read', menu: { room: 'home', order: 40 } },
  validateSearch: listSearch('q', 'ended'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'ZoneSets'),
})
