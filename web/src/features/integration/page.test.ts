import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import ImportPage from './ImportPage.vue'

afterEach(() => vi.unstubAllGlobals())

it('an import stays on screen when reading it anew fails', async () => {
  let gone = false
  const item = {
    id: 'i1',
    kind: 'invoices',
    file: 'ledger.csv',
    state: 'uploaded',
    columns: [{ index: 0, header: '客户', field: null, samples: [], guess: null }],
    questions: [],
    fields: [{ key: 'customer', required: true }],
    counts: {},
    problem: null,
    currency: null,
    dateOrder: null,
    unit: null,
    job: null,
    result: {},
  }
  vi.stubGlobal('fetch', (url: string) => {
    if (gone) return Promise.reject(new TypeError('gone'))
    return Promise.resolve(new Response(JSON.stringify(url.includes('/imports/') ? item : { items: [] })))
  })
  const { wrapper, client } = await show(ImportPage, {}, { address: '/import/i1' })
  await flushPromises()
  await wrapper.get('table select').setValue('customer')
  gone = true
  await client.refetchQueries({ queryKey: ['import'] })
  await flushPromises()
  expect(wrapper.find('.fault').exists()).toBe(true)
  expect(wrapper.get<HTMLSelectElement>('table select').element.value).toBe('customer')
})
