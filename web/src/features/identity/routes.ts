import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/identity',
    name: 'identity',
    component: () => import('./IdentityPage.vue'),
    meta: { title: 'app.page.identity', right: 'identity.read', help: 'identity' },
  },
  {
    path: '/identity/organisation',
    name: 'organisation',
    component: () => import('./OrganisationPage.vue'),
    meta: { title: 'app.page.organisation', right: 'identity.read', help: 'organisation' },
  },
  {
    path: '/identity/deputies',
    name: 'deputies',
    component: () => import('./DeputiesPage.vue'),
    meta: { title: 'app.page.deputies', right: 'identity.read', help: 'deputies' },
  },
  {
    path: '/identity/roles',
    name: 'roles',
    component: () => import('./RolesPage.vue'),
    meta: { title: 'app.page.roles', right: 'identity.read', help: 'roles' },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./account/AccountPage.vue'),
    meta: { title: 'app.page.account', help: 'account' },
  },
]
