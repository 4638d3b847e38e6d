import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const helpLog = createRoute({
  getParentRoute: () => staff,
  path: '/help-log',
  staticData: { title: msg`Help log`, permission: 'alarm.read', menu: { room: 'monitoring', order: 40 } },
  validateSearch: listSearch('state', 'kind', 'q', 'from', 'to'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'HelpLog'),
})
