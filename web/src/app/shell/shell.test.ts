import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import XdObjectPage from '@/kit/XdObjectPage.vue'
import { show } from '@/testing/mounting'
import { answers } from '@/testing/network'
import ErrorBoundary from './ErrorBoundary.vue'
import GlobalSearch from './GlobalSearch.vue'
import { pageKey } from './pageKey'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a page', () => {
  it('stays while its tabs change, and is another one for another object or route', () => {
    const at = (name: string, id?: string, tab?: string) => pageKey({ name, params: { id: id ?? '', tab: tab ?? '' } })
    expect(at('customer', '1', 'rating')).toBe(at('customer', '1', 'overview'))
    expect(at('customer', '2', 'rating')).not.toBe(at('customer', '1', 'rating'))
    expect(at('import', '1')).not.toBe(at('customer', '1'))
  })

  it('whose tab failed shows the next tab', async () => {
    const broken = ref(true)
    const tab = defineComponent(() => () => {
      if (broken.value) throw new Error('broken')
      return h('p', 'good')
    })
    const host = defineComponent(() => () => h(ErrorBoundary, null, { default: () => h(tab) }))
    const { wrapper, router } = await show(host, {}, { address: '/customer/1/rating' })
    await flushPromises()
    expect(wrapper.text()).toContain('页面出了问题')
    broken.value = false
    await router.push('/customer/1/basic')
    await flushPromises()
    expect(wrapper.text()).toBe('good')
  })

  it('moves the focus along its tabs', async () => {
    const tab = ref('one')
    const tabs = ['one', 'two'].map((key) => ({ key, label: key }))
    const host = defineComponent(
      () => () =>
        h(XdObjectPage, {
          pending: false,
          error: null,
          there: true,
          tabs,
          tab: tab.value,
          onTab: (key: string) => (tab.value = key),
        }),
    )
    const { wrapper } = await show(host)
    await wrapper.get('#tab-one').trigger('keydown', { key: 'ArrowRight' })
    expect(document.activeElement?.id).toBe('tab-two')
    expect(wrapper.get('#tab-two').attributes('aria-selected')).toBe('true')
  })
})

describe('the search of everything', () => {
  async function search() {
    vi.useFakeTimers()
    const hit = (id: string) => ({ id, title: `客户 ${id}`, link: `/customer/${id}` })
    answers({
      '/platform/search': ({ query }) => ({ groups: [{ kind: 'customer', items: [hit(query.get('q') ?? '')] }] }),
      '/identity/session': { rights: [] },
    })
    const { router } = await show(GlobalSearch, {}, { address: '/home' })
    const wait = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms)
      await flushPromises()
    }
    await wait(300)
    const box = document.querySelector<HTMLInputElement>('input[role=combobox]') as HTMLInputElement
    const type = async (text: string) => {
      box.value = text
      box.dispatchEvent(new Event('input'))
      await flushPromises()
    }
    const enter = async () => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      await flushPromises()
    }
    return { router, wait, type, enter }
  }

  it('takes the keys pressed right after it was called', async () => {
    answers({ '/identity/session': { rights: [] } })
    await show(GlobalSearch, {}, { address: '/home' })
    await flushPromises()
    expect(document.activeElement?.getAttribute('role')).toBe('combobox')
  })

  it('opens what was asked for, though Enter came before the answer', async () => {
    const { router, wait, type, enter } = await search()
    await type('1')
    await wait(300)
    await type('2')
    await enter()
    expect(router.currentRoute.value.path).toBe('/home')
    await wait(300)
    expect(router.currentRoute.value.path).toBe('/customer/2')
  })

  it('forgets an Enter when the text changes once more', async () => {
    const { router, wait, type, enter } = await search()
    await type('1')
    await enter()
    await type('12')
    await wait(600)
    expect(router.currentRoute.value.path).toBe('/home')
  })
})
