import { expect, it } from 'vitest'
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { newThings, wayTo } from './newThings'

it.each([
  ['customers', { grade: 'B', new: '1' }],
  ['ageing', { new: '1' }],
])('a new customer from %s opens the form and keeps the filters of the list only', (name, query) => {
  const here = { name, query: { grade: 'B' } } as unknown as RouteLocationNormalizedLoaded
  const [customer] = newThings
  expect(customer && wayTo(customer, here)).toMatchObject({ name: 'customers', query })
})
