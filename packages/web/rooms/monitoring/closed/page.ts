import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const closedAlarms = createRoute({
  getParentRoute: () => staff,
  path: '/closed-alarms',
  staticData: {
    title: msg`Closed alarms`,
    permission: 'alarm.read',
    menu: { room: 'monitoring', order: 15 },
  },
  validateSearch: listSearch('who', 'kind', 'severity', 'code', 'from', 'to'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'ClosedAlarms'),
})
