import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const alarms = createRoute({
  getParentRoute: () => staff,
  path: '/alarms',
  staticData: { title: msg`Alarms`, permission: 'alarm.read', menu: { room: 'monitoring', order: 10 } },
  validateSearch: listSearch('alarm', 'severity'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Alarms'),
})
