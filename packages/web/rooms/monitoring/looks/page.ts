import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const looks = createRoute({
  getParentRoute: () => staff,
  path: '/looks',
  staticData: {
    title: msg`Who looked at whom`,
    permission: 'look.read',
    menu: { room: 'monitoring', order: 90 },
  },
  validateSearch: listSearch('from', 'to', 'purpose', 'scope', 'who', 'person'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Looks'),
})
