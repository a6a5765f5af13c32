import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { sizeOf } from './api'
import DocumentsTab from './DocumentsTab.vue'

const VERSION = {
  number: 1,
  name: '执照.png',
  type: 'png',
  shown: 'picture',
  size: 2048,
  sha256: 'ab',
  reason: null,
  uploadedBy: '王敏',
  uploadedAt: '2026-03-02T02:00:00Z',
}
const DOCUMENT = {
  id: 'd1',
  number: 'ZL-2026-000001',
  title: '执照.png',
  object: { id: 'c1', name: 'C1 甲' },
  objectKind: 'customer',
  level: 'internal',
  handling: 'confidential',
  versions: [VERSION],
}
let rights: string[] = []
let duplicate = false
let sent: string[] = []

function answerTo(url: string): unknown {
  if (url.endsWith('/identity/session')) return { user: { id: 'u' }, rights, nodes: [], node: { id: 'c' } }
  if (url.endsWith('/document/documents/d1')) return DOCUMENT
  return { items: [{ ...DOCUMENT, ...VERSION, version: 1 }], next: null, count: 1 }
}

beforeEach(() => {
  sent = []
  duplicate = false
  rights = ['document.read', 'document.write']
  vi.stubGlobal('fetch', (url: string, init: { method?: string }) => {
    if ((init.method ?? 'GET') === 'GET')
      return Promise.resolve(
        url.endsWith('/content') ? new Response(new Blob(['x'])) : new Response(JSON.stringify(answerTo(url))),
      )
    sent.push(url.replace('/api/v1', ''))
    const problem = { code: 'document-duplicate', title: '内容已经保存过', detail: '同一内容', reasons: [] }
    return Promise.resolve(
      duplicate && url.includes('again=false')
        ? new Response(JSON.stringify(problem), { status: 409 })
        : new Response(JSON.stringify(DOCUMENT), { status: 201 }),
    )
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await flushPromises()
}

async function tab() {
  const { wrapper } = await show(DocumentsTab, { customer: 'c1', reader: '王敏 (wang)' })
  await settle()
  return wrapper
}

async function choose(wrapper: Awaited<ReturnType<typeof tab>>, ...names: string[]): Promise<void> {
  const input = wrapper.get('input[type=file]')
  Object.defineProperty(input.element, 'files', {
    value: names.map((name) => new File(['x'], name)),
    configurable: true,
  })
  await input.trigger('change')
  await settle()
}

describe('documents of a customer', () => {
  it('come in several at once, each by itself', async () => {
    const wrapper = await tab()
    await choose(wrapper, '一.pdf', '二.pdf')
    expect(sent).toEqual(Array(2).fill('/document/documents?customer=c1&again=false'))
  })

  it('with a content that is there already are stored once more only on purpose', async () => {
    duplicate = true
    const wrapper = await tab()
    await choose(wrapper, '一.pdf')
    expect(wrapper.text()).toContain('一.pdf 的内容与已有资料相同')
    const again = wrapper.findAll('button').find((one) => one.text() === '仍然再保存一份')
    await again?.trigger('click')
    await settle()
    expect(sent.at(-1)).toBe('/document/documents?customer=c1&again=true')
    expect(wrapper.text()).not.toContain('已有资料相同')
  })

  it('are shown with the watermark of what they belong to, without a download for who may not', async () => {
    const wrapper = await tab()
    await wrapper.get('[aria-label="查看 执照.png"]').trigger('click')
    await settle()
    expect(wrapper.get('[data-test=watermark]').classes()).toContain('screen')
    expect(wrapper.get('[data-test=watermark]').text()).toContain('王敏 (wang)')
    expect(wrapper.find('[aria-label="下载第 1 版"]').exists()).toBe(false)
  })

  it('offer the download to who may', async () => {
    rights = ['document.read', 'document.download']
    const wrapper = await tab()
    expect(wrapper.find('input[type=file]').exists()).toBe(false)
    await wrapper.get('[aria-label="查看 执照.png"]').trigger('click')
    await settle()
    expect(wrapper.find('[aria-label="下载第 1 版"]').exists()).toBe(true)
    expect(wrapper.text()).toContain('登记为对外提供')
  })

  it('tell their size as people read it', () => {
    expect(sizeOf(1)).toEqual({ unit: 'kb', n: '1' })
    expect(sizeOf(999_499)).toEqual({ unit: 'kb', n: '999' })
    expect(sizeOf(2_345_678)).toEqual({ unit: 'mb', n: '2.3' })
  })
})
