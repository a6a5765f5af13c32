import type { RouteRecordRaw } from 'vue-router'

const pages = () => import('./pages')

export const workflowRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    name: 'inbox',
    component: () => pages().then(({ InboxPage }) => InboxPage),
    meta: { title: 'app.page.inbox', help: 'inbox' },
  },
  {
    path: '/inbox/sent',
    name: 'sent',
    component: () => pages().then(({ SentPage }) => SentPage),
    meta: { title: 'app.page.sent', right: 'workflow.act', above: ['inbox'], help: 'inbox' },
  },
  {
    path: '/inbox/new',
    name: 'new-case',
    component: () => pages().then(({ NewCasePage }) => NewCasePage),
    meta: { title: 'app.page.newCase', right: 'workflow.act', above: ['inbox', 'sent'], help: 'inbox' },
  },
  {
    path: '/inbox/cases/:id',
    name: 'flow-case',
    component: () => pages().then(({ CasePage }) => CasePage),
    props: (route) => ({ id: String(route.params.id), what: 'cases' }),
    meta: { title: 'app.page.flowCase', above: ['inbox'], help: 'inbox' },
  },
  {
    path: '/inbox/:id',
    name: 'task',
    component: () => pages().then(({ CasePage }) => CasePage),
    props: (route) => ({ id: String(route.params.id), what: 'tasks' }),
    meta: { title: 'app.page.task', above: ['inbox'], help: 'inbox' },
  },
  {
    path: '/settings/flows',
    name: 'flows',
    component: () => pages().then(({ FlowsPage }) => FlowsPage),
    meta: { title: 'app.page.flows', right: 'workflow.read', help: 'flows' },
  },
  {
    path: '/settings/flows/:id',
    name: 'flow',
    component: () => pages().then(({ FlowPage }) => FlowPage),
    props: true,
    meta: { title: 'app.page.flow', right: 'workflow.read', above: ['flows'], help: 'flows' },
  },
]
