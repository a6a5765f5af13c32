import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { Customer } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import CustomerContacts from './CustomerContacts.vue'

const MASKED = { name: '张果老', role: '采购', phone: '139****8888', mail: 'z****@example.cn' }
const customer = { id: 'c1', contacts: [MASKED] } as unknown as Customer

async function opened(rights: string[]) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    const body = url.endsWith('/contacts') ? { items: [{ ...MASKED, phone: '13900008888' }] } : { rights }
    return Promise.resolve(new Response(JSON.stringify(body), { status: 200 }))
  })
  const { wrapper } = await show(CustomerContacts, { customer })
  await flushPromises()
  return { asked, wrapper }
}

afterEach(() => vi.unstubAllGlobals())

it('phones are read only when somebody asks for them', async () => {
  const { asked, wrapper } = await opened(['customerfile.contacts'])
  expect(wrapper.text()).toContain('139****8888')
  expect(asked.some((url) => url.endsWith('/contacts'))).toBe(false)
  await wrapper.get('button').trigger('click')
  await flushPromises()
  expect(wrapper.get('a[href="tel:13900008888"]').text()).toBe('13900008888')
})

it('whoever has no need of them is not offered them', async () => {
  const { wrapper } = await opened([])
  expect(wrapper.find('button').exists()).toBe(false)
})
