import type { RouteRecordRaw } from 'vue-router'

export const platformRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/jobs',
    name: 'jobs',
    component: () => import('./JobsPage.vue'),
    meta: { title: 'app.page.jobs', right: 'platform.jobs', help: 'jobs' },
  },
]
