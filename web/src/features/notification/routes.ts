import type { RouteRecordRaw } from 'vue-router'

export const notificationRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox/notices',
    name: 'notices',
    component: () => import('./NoticesPage.vue'),
    meta: { title: 'app.page.notices', help: 'notification' },
  },
  {
    path: '/inbox/notices/preferences',
    name: 'notice-preferences',
    component: () => import('./PreferencesPage.vue'),
    meta: { title: 'app.page.noticePreferences', above: ['notices'], help: 'notification' },
  },
  {
    path: '/admin/notification',
    name: 'outbound',
    component: () => import('./OutboundPage.vue'),
    meta: { title: 'app.page.outbound', right: 'notification.manage', help: 'notification' },
  },
]
