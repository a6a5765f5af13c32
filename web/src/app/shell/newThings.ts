import type { RouteLocationNormalizedLoaded, RouteLocationRaw } from 'vue-router'

interface NewThing {
  label: string
  route: string
  params?: Record<string, string>
  query?: Record<string, string>
  right: string
}

/** What the button with the plus offers. */
export const newThings: NewThing[] = [
  { label: 'app.new.customer', route: 'customers', query: { new: '1' }, right: 'customerfile.write' },
  { label: 'app.new.import', route: 'import', params: { id: 'new' }, right: 'integration.import' },
]

/** The way to a new thing; on its own page the filters stay as they are. */
export function wayTo(thing: NewThing, here: RouteLocationNormalizedLoaded): RouteLocationRaw {
  const query = here.name === thing.route ? { ...here.query, ...thing.query } : thing.query
  return { name: thing.route, params: thing.params, query }
}
