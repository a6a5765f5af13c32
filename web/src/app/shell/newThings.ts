import type { RouteLocationRaw } from 'vue-router'

/** What the button with the plus offers. */
export const newThings: { label: string; to: RouteLocationRaw; right: string }[] = [
  { label: 'app.new.customer', to: { name: 'customers', query: { new: '1' } }, right: 'customerfile.write' },
  { label: 'app.new.import', to: { name: 'import', params: { id: 'new' } }, right: 'integration.import' },
]
