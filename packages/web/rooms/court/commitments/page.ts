import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const commitments = createRoute({
  getParentRoute: () => staff,
  path: '/commitments',
  staticData: { title: msg`Commitments`, permission: 'commitment.read', menu: { room: 'court', order: 10 } },
  validateSearch: listSearch('state', 'original', 'enrolled', 'q', 'from', 'until'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Commitments'),
})
