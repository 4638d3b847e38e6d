import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const person = createRoute({
  getParentRoute: () => staff,
  path: '/people/$id',
  staticData: { title: msg`Person`, permission: 'person.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Person'),
})
