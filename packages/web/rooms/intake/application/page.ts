import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const application = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/application',
  staticData: { title: msg`Application`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Application'),
})
