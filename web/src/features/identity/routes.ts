import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/identity',
    name: 'identity',
    component: () => import('./IdentityPage.vue'),
    meta: { title: 'app.page.identity', right: 'identity.manage', help: 'identity' },
  },
]
