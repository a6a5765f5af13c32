import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import OverviewTab from './OverviewTab.vue'

afterEach(() => vi.unstubAllGlobals())

async function overview(rights: string[]) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    const body = url.endsWith('/identity/session')
      ? { user: { id: 'u' }, rights, nodes: [] }
      : { items: [], next: null }
    return Promise.resolve(new Response(JSON.stringify(body)))
  })
  const customer = { id: 'c1', number: 'C1', name: '甲', grade: null, contacts: [], open: { currency: 'CNY' } }
  const { wrapper } = await show(OverviewTab, { customer })
  await flushPromises()
  await flushPromises()
  return { asked: asked.filter((url) => url.includes('/evaluation/')), wrapper }
}

it('who may not read ratings is not shown them, nor are they asked for', async () => {
  const { asked, wrapper } = await overview(['customerfile.read'])
  expect(asked).toEqual([])
  expect(wrapper.find('[role=alert]').exists()).toBe(false)
  expect(wrapper.text()).not.toContain('未评级')
  expect((await overview(['evaluation.read'])).asked).toHaveLength(1)
})
