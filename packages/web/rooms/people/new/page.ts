import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const newPerson = createRoute({
  getParentRoute: () => staff,
  path: '/people/new',
  staticData: { title: msg`Open a person`, permission: 'person.write', menu: { room: 'people', order: 20 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'NewPerson'),
})
