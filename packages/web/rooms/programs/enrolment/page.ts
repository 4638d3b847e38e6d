import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const enrolment = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id',
  staticData: { title: msg`Enrolment`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Enrolment'),
})
