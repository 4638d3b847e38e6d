import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const guideline = createRoute({
  getParentRoute: () => staff,
  path: '/guidelines/$subject',
  staticData: { title: msg`Guideline`, permission: 'guideline.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'GuidelinePage'),
})
