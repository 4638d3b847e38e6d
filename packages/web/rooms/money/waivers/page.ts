import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const waivers = createRoute({
  getParentRoute: () => staff,
  path: '/waivers',
  staticData: { title: msg`Waivers`, permission: 'fee.read', menu: { room: 'money', order: 20 } },
  validateSearch: listSearch('state', 'who'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Waivers'),
})
