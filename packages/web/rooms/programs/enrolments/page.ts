import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const enrolments = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments',
  staticData: { title: msg`Enrolments`, permission: 'enrolment.read', menu: { room: 'programs', order: 10 } },
  validateSearch: listSearch('state', 'q', 'openedFrom', 'openedUntil'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Enrolments'),
})
