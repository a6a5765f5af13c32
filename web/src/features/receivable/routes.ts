import type { RouteRecordRaw } from 'vue-router'

const right = 'receivable.read'

export const receivableRoutes: RouteRecordRaw[] = [
  {
    path: '/receivable/ageing',
    name: 'ageing',
    component: () => import('./AgeingPage.vue'),
    meta: { title: 'app.page.ageing', right, help: 'ageing' },
  },
  {
    path: '/receivable/items',
    name: 'items',
    component: () => import('./ItemsPage.vue'),
    meta: { title: 'app.page.items', right, help: 'items' },
  },
]
