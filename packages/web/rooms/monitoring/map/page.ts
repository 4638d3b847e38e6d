import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const liveMap = createRoute({
  getParentRoute: () => staff,
  path: '/map',
  staticData: { title: msg`Live map`, permission: 'location.read', menu: { room: 'monitoring', order: 30 } },
  validateSearch: listSearch('q', 'pack', 'officer', 'state'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'LiveMap'),
})
