import type { RouteRecordRaw } from 'vue-router'

export const secrecyRoutes: RouteRecordRaw[] = [
  {
    path: '/secrecy/:tab?',
    name: 'secrecy',
    component: () => import('./SecrecyPage.vue'),
    meta: { title: 'app.page.secrecy', right: 'customerfile.read', help: 'secrecy' },
  },
  {
    path: '/agreement',
    name: 'agreement',
    component: () => import('./AgreementPage.vue'),
    meta: { bare: true, title: 'app.page.agreement' },
  },
]
