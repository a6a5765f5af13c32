import type { RouteRecordRaw } from 'vue-router'

export const policyRoutes: RouteRecordRaw[] = [
  {
    path: '/policy',
    name: 'policy',
    component: () => import('./RegimePage.vue'),
    meta: { title: 'app.page.policy', right: 'policy.read', help: 'policy' },
  },
  {
    path: '/policy/document',
    name: 'policy-document',
    component: () => import('./DocumentPage.vue'),
    meta: { title: 'app.page.policyDocument', right: 'policy.read', help: 'policy' },
  },
  {
    path: '/policy/readings',
    name: 'policy-readings',
    component: () => import('./ReadingsPage.vue'),
    meta: { title: 'app.page.policyReadings', right: 'policy.read', help: 'policy' },
  },
  {
    path: '/policy/drafts/:id',
    name: 'policy-draft',
    component: () => import('./DraftPage.vue'),
    props: true,
    meta: { title: 'app.page.policyDraft', right: 'policy.read', help: 'policy' },
  },
  {
    path: '/settings/numbers',
    name: 'numbers',
    component: () => import('./numbers/NumbersPage.vue'),
    meta: { title: 'app.page.numbers', right: 'policy.read', help: 'numbers' },
  },
]
