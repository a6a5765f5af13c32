import type { RouteRecordRaw } from 'vue-router'

const pages = () => import('./pages')

export const notificationRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox/notices',
    name: 'notices',
    component: () => pages().then(({ NoticesPage }) => NoticesPage),
    meta: { title: 'app.page.notices', help: 'notification' },
  },
  {
    path: '/inbox/notices/preferences',
    name: 'notice-preferences',
    component: () => pages().then(({ PreferencesPage }) => PreferencesPage),
    meta: { title: 'app.page.noticePreferences', above: ['notices'], help: 'notification' },
  },
  {
    path: '/admin/notification',
    name: 'outbound',
    component: () => pages().then(({ OutboundPage }) => OutboundPage),
    meta: { title: 'app.page.outbound', right: 'notification.manage', help: 'notification' },
  },
]
