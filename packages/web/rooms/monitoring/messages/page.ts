import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const messages = createRoute({
  getParentRoute: () => staff,
  path: '/messages',
  staticData: { title: msg`Messages`, permission: 'alarm.read', menu: { room: 'monitoring', order: 60 } },
  validateSearch: listSearch('state', 'medium', 'from', 'to'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Messages'),
})
