import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { Problem } from '../api/problem'
import { queryClient } from '../queries'
import { speakAs } from '../session/language'
import { endSession, sessionQuery, setupNeeded } from '../session/session'
import { audittrailRoutes } from '@/features/audittrail/routes'
import { calendarRoutes } from '@/features/calendar/routes'
import { customerfileRoutes } from '@/features/customerfile/routes'
import { formsRoutes } from '@/features/forms/routes'
import { documentRoutes } from '@/features/document/routes'
import { identityRoutes } from '@/features/identity/routes'
import { insightRoutes } from '@/features/insight/routes'
import { integrationRoutes } from '@/features/integration/routes'
import { libraryRoutes } from '@/features/library/routes'
import { notificationRoutes } from '@/features/notification/routes'
import { platformRoutes } from '@/features/platform/routes'
import { policyRoutes } from '@/features/policy/routes'
import { receivableRoutes } from '@/features/receivable/routes'
import { secrecyRoutes } from '@/features/secrecy/routes'
import { workflowRoutes } from '@/features/workflow/routes'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in menu, breadcrumb and window title. */
    title?: string
    /** Pages above this one in the breadcrumb, by route name. */
    above?: string[]
    right?: string
    /** Name of the help page under docs/user/screens. */
    help?: string
    /** Without the shell: signing in, first set-up. */
    bare?: boolean
  }
}

const own: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../pages/SignInPage.vue'),
    meta: { bare: true, title: 'app.page.signIn' },
  },
  {
    path: '/setup',
    name: 'setup',
    component: () => import('../pages/SetupPage.vue'),
    meta: { bare: true, title: 'app.page.setup' },
  },
  { path: '/', name: 'home', component: () => import('../pages/HomePage.vue'), meta: { title: 'app.page.home' } },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('../pages/NotFoundPage.vue'),
    meta: { title: 'app.page.notFound' },
  },
]

export const routes: RouteRecordRaw[] = [
  ...customerfileRoutes,
  ...receivableRoutes,
  ...insightRoutes,
  ...integrationRoutes,
  ...identityRoutes,
  ...policyRoutes,
  ...workflowRoutes,
  ...formsRoutes,
  ...secrecyRoutes,
  ...calendarRoutes,
  ...documentRoutes,
  ...libraryRoutes,
  ...notificationRoutes,
  ...platformRoutes,
  ...audittrailRoutes,
  ...own,
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // Back returns to the same place; a change of filters in the address does not jump.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

/** Where to go after signing in; only paths of our own, so that a forged link cannot lead away. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}

async function unknownVisitor(to: RouteLocationNormalized) {
  const needed = await setupNeeded().catch(() => false)
  return needed ? { name: 'setup' } : { name: 'sign-in', query: { next: to.fullPath } }
}

router.beforeEach(async (to) => {
  if (to.meta.bare) return true
  try {
    await speakAs(await queryClient.ensureQueryData(sessionQuery))
    return true
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return unknownVisitor(to)
    // Without a server the shell still opens and says so; the page offers to try again.
    return true
  }
})

/** Nothing else can be reached before the agreement is acknowledged; afterwards the same place. */
export function toAgreement(): void {
  const here = router.currentRoute.value
  if (here.meta.bare) return
  void router.push({ name: 'agreement', query: { next: here.fullPath } })
}

/** Only the own account can be reached before there is a second factor. */
export function toAccount(): void {
  const here = router.currentRoute.value
  if (here.meta.bare || here.name === 'account') return
  void router.push({ name: 'account', query: { factor: 'needed' } })
}

/** The session ended while somebody worked: sign in again and come back to the same place. */
export function toSignIn(): void {
  const here = router.currentRoute.value
  if (here.meta.bare || here.matched.length === 0) return
  endSession()
  void router.push({ name: 'sign-in', query: { next: here.fullPath, ended: '1' } })
}
