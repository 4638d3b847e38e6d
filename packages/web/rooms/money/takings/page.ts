import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const takings = createRoute({
  getParentRoute: () => staff,
  path: '/money',
  staticData: {
    title: msg`Takings and receipts`,
    permission: 'fee.read',
    menu: { room: 'money', order: 10 },
  },
  validateSearch: listSearch('onDay', 'form', 'state', 'number'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Takings'),
})
