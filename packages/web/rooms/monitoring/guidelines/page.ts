import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const guidelines = createRoute({
  getParentRoute: () => staff,
  path: '/guidelines',
  staticData: {
    title: msg`Guidelines`,
    permission: 'guideline.read',
    menu: { room: 'monitoring', order: 80 },
  },
  validateSearch: listSearch('stands', 'severity'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Guidelines'),
})
