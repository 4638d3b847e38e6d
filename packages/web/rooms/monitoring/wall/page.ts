import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const alarmWall = createRoute({
  getParentRoute: () => staff,
  path: '/alarm-wall',
  staticData: { title: msg`Alarm wall`, permission: 'alarm.read', menu: { room: 'monitoring', order: 20 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'AlarmWall'),
})
