import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const personDetails = createRoute({
  getParentRoute: () => staff,
  path: '/people/$id/details',
  staticData: { title: msg`Details of a person`, permission: 'person.write' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'PersonDetails'),
})
