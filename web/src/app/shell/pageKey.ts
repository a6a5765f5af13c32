import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** What makes a page another one: its route and its object. The tabs of an object are one page, which stays. */
export const pageKey = (route: Pick<RouteLocationNormalizedLoaded, 'name' | 'params'>): string =>
  `${String(route.name)} ${String(route.params.id ?? '')}`
