import type { RouteRecordRaw } from 'vue-router'

export const libraryRoutes: RouteRecordRaw[] = [
  {
    path: '/settings/library',
    name: 'library',
    component: () => import('./LibraryPage.vue'),
    meta: { title: 'app.page.library', help: 'library' },
  },
]
