import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { onPhone, roomy } from '@/testing/screen'
import { startLayout, type GridColumn } from './grid'
import XdGrid from './XdGrid.vue'

interface Row {
  id: string
  name: string
}

const columns: GridColumn<Row>[] = [
  { key: 'name', title: '名称', width: 200, sort: 'name', card: true, text: (row) => row.name },
  { key: 'due', title: '到期', width: 120, text: () => '2026-11-21' },
  { key: 'open', title: '未清', width: 120, text: () => '5.00' },
]
const rows = Array.from({ length: 200 }, (_, n) => ({ id: String(n), name: `客户 ${n}` }))
const slots = {
  'cell-due': `<template #cell-due="{ row }"><button type="button" :data-due="row.id">due</button></template>`,
  'cell-open': `<template #cell-open="{ row }"><button type="button" :data-open="row.id">5.00</button></template>`,
}
const props = {
  label: '客户',
  columns,
  rows,
  count: 200,
  layout: startLayout(columns),
  sort: '-name',
  narrowing: { q: '' },
}

beforeEach(() => {
  window.history.replaceState({ position: 3 }, '')
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => setTimeout(run, 0))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function grid(more: Record<string, unknown> = {}) {
  roomy()
  const shown = await show(XdGrid, { ...props, ...more }, { slots })
  await flushPromises()
  const box = shown.wrapper.get<HTMLElement>('.box').element
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { ...shown, box, press }
}

describe('a grid by keyboard alone', () => {
  it('reaches what can be opened in a row, keeps its column up and down, and comes back to the row', async () => {
    const { wrapper, press } = await grid()
    wrapper.get<HTMLElement>('[data-row="0"]').element.focus()
    const here = () => (document.activeElement as HTMLElement).dataset
    await press('ArrowRight')
    expect(here().due).toBe('0')
    await press('ArrowRight')
    expect(here().open).toBe('0')
    await press('ArrowDown')
    expect(here().open).toBe('1')
    await press('ArrowLeft')
    expect(here().due).toBe('1')
    await press('ArrowLeft')
    expect(here().row).toBe('1')
  })

  it('leaves enter on a cell to its button, and opens the row on the row', async () => {
    const { wrapper, press } = await grid()
    wrapper.get<HTMLElement>('[data-row="0"]').element.focus()
    await press('Enter')
    expect(wrapper.emitted('open')).toHaveLength(1)
    await press('ArrowRight')
    await press('Enter')
    expect(wrapper.emitted('open')).toHaveLength(1)
  })
})

describe('the place in a grid', () => {
  it('is kept with the entry of the history that is left', async () => {
    const { wrapper, box, router } = await grid()
    box.scrollTop = 1800
    await wrapper.get('[data-row="7"]').trigger('focusin')
    await router.push('/customer/7')
    expect(window.history.state).toMatchObject({ position: 3, grids: { 客户: { offset: 1800, active: 7 } } })
  })

  it('is not written into another entry when one goes back', async () => {
    const { router } = await grid()
    window.history.replaceState({ position: 2 }, '')
    await router.push('/customer/7')
    expect(window.history.state).toEqual({ position: 2 })
  })

  it('is come back to', async () => {
    window.history.replaceState({ position: 3, grids: { 客户: { offset: 1800, active: 52 } } }, '')
    const { box, wrapper } = await grid()
    expect(box.scrollTop).toBe(1800)
    box.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(wrapper.get('[data-row="52"]').attributes('tabindex')).toBe('0')
  })

  it.each([
    ['another order', { sort: 'name' }],
    ['another filter', { narrowing: { q: '恒远' } }],
  ])('is the top after %s', async (_, change) => {
    const { wrapper } = await grid()
    const scrolled: number[] = []
    const box = wrapper.get<HTMLElement>('.box').element
    box.scrollTo = ((to: ScrollToOptions) => scrolled.push(to.top ?? -1)) as typeof box.scrollTo
    await wrapper.get('[data-row="7"]').trigger('focusin')
    await wrapper.setProps(change)
    expect(scrolled).toEqual([0])
    expect(wrapper.get('[data-row="0"]').attributes('tabindex')).toBe('0')
  })
})

describe('a grid on a telephone', () => {
  const phone = async () => {
    onPhone()
    return (await show(XdGrid, { ...props, rows: rows.slice(0, 3), sums: { open: '15.00' } }, { slots })).wrapper
  }

  it('opens a card by a tap and by its button, but not by what stands in it', async () => {
    const wrapper = await phone()
    await wrapper.get('li').trigger('click')
    await wrapper
      .findAll('li button')
      .find((button) => button.text().startsWith('打开'))
      ?.trigger('click')
    expect(wrapper.emitted('open')).toEqual([[rows[0]], [rows[0]]])
    await wrapper
      .findAll('li button')
      .find((button) => button.text() === '展开')
      ?.trigger('click')
    await wrapper.get('[data-open]').trigger('click')
    expect(wrapper.emitted('open')).toHaveLength(2)
  })

  it('can be put in another order and shows its sums', async () => {
    const wrapper = await phone()
    await wrapper.get('select').setValue('name')
    expect(wrapper.emitted('update:sort')).toEqual([['name']])
    expect(wrapper.get('dl').text()).toMatch(/合计 未清\s*15.00/)
  })
})
