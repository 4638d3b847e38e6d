import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const notTaken = createRoute({
  getParentRoute: () => staff,
  path: '/messages-not-taken',
  staticData: {
    title: msg`Messages not taken`,
    permission: 'equipment.read',
    menu: { room: 'equipment', order: 40 },
  },
  validateSearch: listSearch('sender', 'from', 'to', 'reason', 'unit'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'MessagesNotTaken'),
})
