import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Import, ImportRow } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import FaultyRows from './FaultyRows.vue'

const row = (cells: string[], faulty: string[]): ImportRow => ({
  line: 5,
  cells,
  severity: faulty.length > 0 ? 'error' : 'good',
  edited: false,
  faults: faulty.map((field) => ({ field, code: 'bad-date', value: '' })),
})
const item = {
  id: 'i1',
  columns: ['issued', 'due'].map((field, index) => ({ index, header: field, field, samples: [], guess: null })),
} as unknown as Import

let listed = row(['x', 'y'], ['issued', 'due'])
/** Changes on their way, with what lets the server answer them. */
let waiting: { cells: Record<string, string>; answer: (row: ImportRow | null) => void }[] = []

beforeEach(() => {
  waiting = []
  listed = row(['x', 'y'], ['issued', 'due'])
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'GET') {
      const items = url.includes('state=error') ? [listed] : []
      return Promise.resolve(new Response(JSON.stringify({ items, next: null })))
    }
    const { cells } = JSON.parse(String(init.body)) as { cells: Record<string, string> }
    return new Promise((resolve, reject) =>
      waiting.push({
        cells,
        answer: (judged) =>
          judged === null ? reject(new TypeError('gone')) : resolve(new Response(JSON.stringify(judged))),
      }),
    )
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open() {
  const { wrapper } = await show(FaultyRows, { item, state: 'error' })
  await flushPromises()
  const inputs = () => wrapper.findAll<HTMLInputElement>('input')
  return {
    wrapper,
    texts: () => inputs().map(({ element }) => element.value),
    type: async (at: number, text: string) => {
      await inputs()[at]?.setValue(text)
      await inputs()[at]?.trigger('change')
      await flushPromises()
    },
    answer: async (judged: ImportRow | null) => {
      waiting.shift()?.answer(judged)
      await flushPromises()
    },
  }
}

describe('rows that are mended', () => {
  it('keep what is being typed in one cell while another is judged', async () => {
    const page = await open()
    await page.type(0, '2026-01-05')
    await page.wrapper.findAll<HTMLInputElement>('input')[1]?.setValue('2026-02')
    await page.answer(row(['2026-01-05', 'y'], ['due']))
    expect(page.texts()).toContain('2026-02')
  })

  it('keep what was typed when the change did not arrive', async () => {
    const page = await open()
    await page.type(0, '2026-01-05')
    await page.answer(null)
    expect(page.texts()).toEqual(['2026-01-05', 'y'])
    await page.wrapper.setProps({ state: 'good' })
    await flushPromises()
    await page.wrapper.setProps({ state: 'error' })
    await flushPromises()
    expect(page.texts()).toEqual(['2026-01-05', 'y'])
  })

  it('are changed one cell after the other', async () => {
    const page = await open()
    await page.type(0, '2026-01-05')
    await page.type(1, '2026-02-04')
    expect(waiting.map(({ cells }) => cells)).toEqual([{ 0: '2026-01-05' }])
    await page.answer(row(['2026-01-05', 'y'], ['due']))
    expect(waiting.map(({ cells }) => cells)).toEqual([{ 1: '2026-02-04' }])
    await page.answer(row(['2026-01-05', '2026-02-04'], []))
    expect(page.wrapper.text()).toContain('可导入')
  })

  it('are not shown as wrong again after a look at other rows', async () => {
    const page = await open()
    await page.type(0, '2026-01-05')
    await page.answer(row(['2026-01-05', 'y'], ['due']))
    listed = row(['2026-01-05', 'y'], ['due'])
    await page.wrapper.setProps({ state: 'good' })
    await flushPromises()
    await page.wrapper.setProps({ state: 'error' })
    await flushPromises()
    expect(page.texts()).toEqual(['y'])
    expect(page.wrapper.text()).toContain('2026-01-05')
  })
})
