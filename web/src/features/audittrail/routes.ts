import type { RouteRecordRaw } from 'vue-router'

export const audittrailRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/trail',
    name: 'audittrail',
    component: () => import('./LogPage.vue'),
    meta: { title: 'app.page.audittrail', right: 'audittrail.read', help: 'audittrail' },
  },
]
