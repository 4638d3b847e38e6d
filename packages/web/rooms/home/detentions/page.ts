import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const detentions = createRoute({
  getParentRoute: () => staff,
  path: '/home-detention',
  staticData: { title: msg`Caseload and places`, permission: 'home.read', menu: { room: 'home', order: 10 } },
  validateSearch: listSearch('q', 'slot', 'missing', 'deputy'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Detentions'),
})
