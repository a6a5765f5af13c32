import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TrailEntry } from '@/app/api/contract'
import { notices } from '@/app/notices'
import { show } from '@/testing/mounting'
import EntryPanel from './EntryPanel.vue'
import XdTrailEntry from '@/kit/XdTrailEntry.vue'
import XdTrailOf from '@/kit/XdTrailOf.vue'

const entry = (changes: Partial<TrailEntry>): TrailEntry => ({
  id: 'e1',
  at: '2026-01-02T03:04:05Z',
  actor: { id: 'u1', name: '陈立' },
  action: 'customerfile.change',
  object: { id: 'c1', kind: 'customer', name: '恒达商贸' },
  changes: [{ field: 'address', before: '旧址', after: '新址' }],
  basis: {},
  mark: 'sealed',
  place: 7,
  ...changes,
})

afterEach(() => vi.unstubAllGlobals())

describe('an entry of the trail', () => {
  it.each([
    ['sealed', 'done', '已核验'],
    ['waiting', 'plain', '待签名'],
    ['broken', 'stopped', '不符'],
  ] as const)('that is %s says so', async (mark, tone, word) => {
    const { wrapper } = await show(XdTrailEntry, { entry: entry({ mark }) })
    expect(wrapper.get(`.state.${tone}`).text()).toBe(word)
    expect(wrapper.text()).toContain('旧址')
  })

  it('whose content was destroyed names nobody', async () => {
    const { wrapper } = await show(XdTrailEntry, { entry: entry({ actor: { id: 'u1', name: '' }, changes: [] }) })
    expect(wrapper.text()).toContain('内容已销毁')
  })
})

it('a receipt that the server refuses is told, not swallowed', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response('{"code":"not-found","title":"没有找到"}', { status: 404 }))
  })
  await show(EntryPanel, { modelValue: entry({}) })
  await flushPromises()
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('下载回执'))
  button?.click()
  await flushPromises()
  expect(asked.some((url) => url.endsWith('/audittrail/entries/e1/receipt'))).toBe(true)
  expect(notices.map((notice) => notice.tone)).toContain('fault')
})

describe('the trail of one object', () => {
  const opened = async (rights: string[]) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url)
      const answer = url.includes('/session')
        ? { rights }
        : { items: [entry({})], next: null, count: 1, countExact: true }
      return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } }))
    })
    const { wrapper } = await show(XdTrailOf, { object: 'n1', name: '营销一部' })
    await flushPromises()
    return { asked, wrapper }
  }

  it('is asked for by whoever may see it', async () => {
    const { asked, wrapper } = await opened(['audittrail.read'])
    await wrapper.get('button').trigger('click')
    await flushPromises()
    expect(asked.some((url) => url.includes('/audittrail/entries?object=n1'))).toBe(true)
    expect(document.body.textContent).toContain('旧址')
  })

  it('is offered to nobody else', async () => {
    const { wrapper } = await opened(['identity.read'])
    expect(wrapper.find('button').exists()).toBe(false)
  })
})
