import type { RouteRecordRaw } from 'vue-router'

export const documentRoutes: RouteRecordRaw[] = [
  {
    path: '/letters',
    name: 'letters',
    component: () => import('./letters/LettersPage.vue'),
    meta: { title: 'app.page.letters', right: 'document.read', help: 'letters' },
  },
  {
    path: '/settings/letters',
    name: 'letter-templates',
    component: () => import('./letters/TemplatesPage.vue'),
    meta: { title: 'app.page.letterTemplates', right: 'document.letter', help: 'letters' },
  },
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./letters/VerifyPage.vue'),
    meta: { title: 'app.page.verify', bare: true },
  },
]
