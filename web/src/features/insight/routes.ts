import type { RouteRecordRaw } from 'vue-router'

export const insightRoutes: RouteRecordRaw[] = [
  {
    path: '/insight',
    name: 'insight',
    component: () => import('./InsightPage.vue'),
    meta: { title: 'app.page.insight', right: 'insight.read', help: 'insight' },
  },
]
