import { flushPromises } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { afterEach, expect, it, vi } from 'vitest'
import { notices } from '../notices'
import { show } from '@/testing/mounting'
import { useAccountMenu } from './account'

afterEach(() => vi.unstubAllGlobals())

it.each([
  [null, '/customers'],
  [204, '/sign-in'],
])('signing out, answered with %s, leads to %s', async (status, place) => {
  notices.length = 0
  vi.stubGlobal('fetch', () =>
    status === null ? Promise.reject(new TypeError('gone')) : Promise.resolve(new Response(null, { status })),
  )
  let leave: () => void = () => undefined
  const Menu = defineComponent(() => {
    const items = useAccountMenu()
    leave = () => items.value.find(({ key }) => key === 'out')?.run?.()
    return () => null
  })
  const { router } = await show(Menu)
  router.addRoute({ path: '/sign-in', name: 'sign-in', component: { template: '<div />' } })
  leave()
  await flushPromises()
  await flushPromises()
  expect(router.currentRoute.value.path).toBe(place)
  expect(notices.map(({ tone }) => tone)).toEqual(status === null ? ['fault'] : [])
})
