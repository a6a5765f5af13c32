import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { notices } from '@/app/notices'
import { show } from '@/testing/mounting'
import XdExport from './XdExport.vue'

let saved: string[] = []

beforeEach(() => {
  saved = []
  notices.splice(0)
  URL.createObjectURL = () => 'blob:file'
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function exported(answer: () => Promise<Response>): Promise<string[]> {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return answer()
  })
  const { wrapper } = await show(XdExport, { path: '/items', filters: { q: '恒远' }, columns: ['name', 'open'] })
  await wrapper.get('button').trigger('click')
  const entry = [...document.querySelectorAll('[role=menu] button')].find((item) => item.textContent?.includes('CSV'))
  ;(entry as HTMLElement).click()
  await flushPromises()
  return asked
}

describe('an export', () => {
  it('is saved under the name that the server gives, with the filters and columns of the screen', async () => {
    const headers = { 'Content-Disposition': 'attachment; filename="items-2026-11-21.csv"' }
    const asked = await exported(() => Promise.resolve(new Response('a,b', { headers })))
    expect(asked).toEqual(['/api/v1/items.csv?q=%E6%81%92%E8%BF%9C&columns=name%2Copen'])
    expect(saved).toEqual(['items-2026-11-21.csv'])
    expect(notices).toEqual([])
  })

  it('that the server refuses is told in its words, and nothing is saved', async () => {
    const body = JSON.stringify({ code: 'no-right', title: '没有权限', detail: '请联系管理员。' })
    await exported(() => Promise.resolve(new Response(body, { status: 403 })))
    expect(saved).toEqual([])
    expect(notices.map(({ tone, text }) => [tone, text])).toEqual([['fault', '没有导出：没有权限 请联系管理员。']])
  })

  it('that breaks off on the way is told, and no half of a file is saved', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) })
    await exported(() => Promise.resolve(new Response(broken)))
    expect(saved).toEqual([])
    expect(notices[0]?.text).toContain('没有导出：连不上服务')
  })
})
