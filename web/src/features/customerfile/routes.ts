import type { RouteRecordRaw } from 'vue-router'

const right = 'customerfile.read'

export const customerfileRoutes: RouteRecordRaw[] = [
  {
    path: '/handover',
    name: 'handover',
    component: () => import('./handover/HandOverPage.vue'),
    meta: { title: 'app.page.handover', right: 'identity.read', help: 'handover' },
  },
  {
    path: '/customerfile',
    name: 'customers',
    component: () => import('./CustomersPage.vue'),
    meta: { title: 'app.page.customers', right, help: 'customers' },
  },
  {
    path: '/customerfile/:id/:tab?',
    name: 'customer',
    component: () => import('./CustomerPage.vue'),
    meta: { title: 'app.page.customer', above: ['customers'], right, help: 'customer' },
  },
]
