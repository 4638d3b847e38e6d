import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const alarmFile = createRoute({
  getParentRoute: () => staff,
  path: '/alarms/$id/file',
  staticData: { title: msg`File of an alarm`, permission: 'location.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'AlarmFile'),
})
