import type { RouteRecordRaw } from 'vue-router'

export const formsRoutes: RouteRecordRaw[] = [
  {
    path: '/forms',
    name: 'forms',
    component: () => import('./FormsPage.vue'),
    meta: { title: 'app.page.forms', right: 'forms.read', help: 'forms' },
  },
  {
    path: '/forms/:form',
    name: 'form-records',
    component: () => import('./RecordsPage.vue'),
    props: true,
    meta: { title: 'app.page.formRecords', above: ['forms'], right: 'forms.read', help: 'forms' },
  },
  {
    path: '/forms/:form/:id',
    name: 'form-record',
    component: () => import('./RecordPage.vue'),
    props: true,
    meta: { title: 'app.page.formRecord', above: ['forms'], right: 'forms.read', help: 'forms' },
  },
  {
    path: '/settings/forms',
    name: 'form-settings',
    component: () => import('./DrawnFormsPage.vue'),
    meta: { title: 'app.page.formSettings', right: 'forms.design', help: 'forms' },
  },
  {
    path: '/settings/forms/:id',
    name: 'form-designer',
    component: () => import('./DesignerPage.vue'),
    props: true,
    meta: { title: 'app.page.formDesigner', above: ['form-settings'], right: 'forms.read', help: 'forms' },
  },
]
