import type { RouteRecordRaw } from 'vue-router'

export const integrationRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/imports',
    name: 'imports',
    component: () => import('./ImportsPage.vue'),
    meta: { title: 'app.page.imports', right: 'integration.read', help: 'imports' },
  },
  {
    path: '/admin/imports/:id',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    meta: { title: 'app.page.import', above: ['imports'], right: 'integration.import', help: 'imports' },
  },
]
