import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const ledger = createRoute({
  getParentRoute: () => staff,
  path: '/ledger',
  staticData: {
    title: msg`Ledger and fee income`,
    permission: 'fee.read',
    menu: { room: 'money', order: 30 },
  },
  validateSearch: listSearch('from', 'until', 'account', 'kind'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Ledger'),
})
