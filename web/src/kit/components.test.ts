import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/app/api/problem'
import { show } from '@/testing/mounting'
import XdDeadline from './XdDeadline.vue'
import XdFault from './XdFault.vue'
import XdGrid from './XdGrid.vue'
import XdLimitBar from './XdLimitBar.vue'
import XdListPage from './XdListPage.vue'
import XdMenu from './XdMenu.vue'
import XdMoneyInput from './XdMoneyInput.vue'
import XdObjectPage from './XdObjectPage.vue'
import XdRating from './XdRating.vue'
import XdRisk from './XdRisk.vue'
import { startLayout, type GridColumn } from './grid'

afterEach(() => vi.useRealTimers())

describe('the input of amounts', () => {
  it('reads what is pasted, groups it on leaving, and writes it out beside', async () => {
    const { wrapper } = await show(XdMoneyInput, { modelValue: '', id: 'a', label: '申请额度' })
    const input = wrapper.get('input')
    await input.trigger('focus')
    await input.setValue('128.65万')
    await input.trigger('blur')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['1286500.00'])
    await wrapper.setProps({ modelValue: '1286500.00' })
    expect(input.element.value).toBe('1,286,500.00')
    expect(wrapper.text()).toContain('人民币壹佰贰拾捌万陆仟伍佰元整')
  })

  it.each([
    ['12,34', '无法识别为金额'],
    ['1.005', '最多 2 位小数'],
  ])('says what is wrong with %s and hands on nothing', async (typed, text) => {
    const { wrapper } = await show(XdMoneyInput, { modelValue: '7.00', id: 'a', label: '额度' })
    await wrapper.get('input').setValue(typed)
    expect(wrapper.text()).toContain(text)
    expect(wrapper.get('input').attributes('aria-invalid')).toBe('true')
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
  })
})

describe('meaning never hangs on colour alone', () => {
  it('a grade tells its scale', async () => {
    const { wrapper } = await show(XdRating, { grade: { code: 'A', scale: '五级制', step: 3, steps: 5 } })
    expect(wrapper.text()).toContain('五级制，共 5 级')
    expect((await show(XdRating, { grade: null })).wrapper.text()).toBe('未评级')
  })

  it('a warning has a shape and a word', async () => {
    const { wrapper } = await show(XdRisk, { level: 'severe', count: 4 }, { locale: 'en' })
    expect(wrapper.text().replace(/\s+/g, ' ')).toBe('⬣ Severe 4')
  })

  it('a limit exceeded is written', async () => {
    const over = (await show(XdLimitBar, { usage: '1.0001' })).wrapper.text()
    expect(over).toContain('100.0%')
    expect(over).toContain('已超过额度')
    expect((await show(XdLimitBar, { usage: '1.0000' })).wrapper.text()).not.toContain('已超过额度')
    expect((await show(XdLimitBar, { usage: null })).wrapper.text()).toBe('—')
  })

  it.each([
    ['2026-11-24', '还剩 3 天'],
    ['2026-11-21', '今天到期'],
    ['2026-11-19', '超期 2 天'],
  ])('a deadline on %s reads %s and keeps its date', async (due, text) => {
    const { wrapper } = await show(XdDeadline, { due, today: '2026-11-21' })
    expect(wrapper.text()).toContain(text)
    expect(wrapper.text()).toContain(due)
  })
})

describe('a list page', () => {
  const props = {
    title: '客户',
    count: 0,
    pending: false,
    error: null,
    rows: 0,
    narrowed: false,
    emptyTitle: '还没有客户',
  }
  const slots = { default: '<p class="grid">rows</p>', empty: '<p class="first">how to begin</p>' }

  it('teaches when there is nothing at all', async () => {
    const { wrapper } = await show(XdListPage, props, { slots })
    expect(wrapper.text()).toContain('还没有客户')
    expect(wrapper.find('.first').exists()).toBe(true)
  })

  it('offers to clear filters when they match nothing', async () => {
    const { wrapper } = await show(XdListPage, { ...props, narrowed: true }, { slots })
    expect(wrapper.text()).toContain('没有符合条件的记录')
    await wrapper.get('section button').trigger('click')
    expect(wrapper.emitted('clear')).toHaveLength(1)
  })

  it('keeps rows on screen when reading on fails, and says so with the reference', async () => {
    const facts = { status: 500, code: 'fault', title: '服务没有响应', detail: '', reasons: [], reference: '7F3A' }
    const { wrapper } = await show(XdListPage, { ...props, rows: 50, error: new Problem(facts) }, { slots })
    expect(wrapper.find('.grid').exists()).toBe(true)
    expect(wrapper.get('[role=alert]').text()).toContain('7F3A')
  })

  it('shows the shape of rows only after a moment', async () => {
    vi.useFakeTimers()
    const { wrapper } = await show(XdListPage, { ...props, pending: true }, { slots })
    expect(wrapper.findAll('.line')).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(250)
    expect(wrapper.findAll('.line').length).toBeGreaterThan(5)
  })

  it('says a plus where it was not counted to the end', async () => {
    const { wrapper } = await show(XdListPage, { ...props, rows: 50, count: 10_000, countExact: false }, { slots })
    expect(wrapper.get('[role=status]').text()).toBe('10,000+ 条')
  })
})

describe('a failure', () => {
  it('without an answer is told in our own words', async () => {
    const facts = { status: 0, code: 'offline', title: '', detail: '', reasons: [], reference: null }
    const { wrapper } = await show(XdFault, { error: new Problem(facts) })
    expect(wrapper.text()).toContain('连不上服务')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('of our own code never shows its text', async () => {
    const { wrapper } = await show(XdFault, { error: new TypeError('x is undefined') }, { locale: 'en' })
    expect(wrapper.text()).not.toContain('undefined')
    expect(wrapper.text()).toContain('Something went wrong')
  })

  it('names the rules that refused', async () => {
    const reasons = [{ rule: 'concentration-raises-warning@1' }]
    const facts = { status: 422, code: 'refused', title: '未放行', detail: '', reasons, reference: null }
    expect((await show(XdFault, { error: new Problem(facts) })).wrapper.text()).toContain('应收过于集中')
  })
})

describe('keyboard', () => {
  it('opens a menu, moves in it, and gives the focus back on escape', async () => {
    const run = vi.fn()
    const items = [
      { key: 'a', label: 'A', run },
      { key: 'b', label: 'B', run },
    ]
    const { wrapper } = await show(XdMenu, { label: '视图', items })
    await wrapper.get('.trigger').trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()
    expect(document.activeElement?.textContent).toContain('A')
    await wrapper.get('[role=menu]').trigger('keydown', { key: 'ArrowUp' })
    expect(document.activeElement?.textContent).toContain('B')
    await wrapper.get('[role=menu]').trigger('keydown', { key: 'Escape' })
    expect(document.activeElement).toBe(wrapper.get('.trigger').element)
    expect(run).not.toHaveBeenCalled()
  })

  it('moves between tabs with arrows, around the end', async () => {
    const tabs = ['overview', 'rating', 'trail'].map((key) => ({ key, label: key }))
    const { wrapper } = await show(XdObjectPage, { pending: false, error: null, there: true, tabs, tab: 'overview' })
    await wrapper.get('[role=tablist]').trigger('keydown', { key: 'ArrowLeft' })
    expect(wrapper.emitted('tab')).toEqual([['trail']])
    expect(wrapper.get('[aria-selected=true]').text()).toBe('overview')
  })

  it('keeps what is on it and what is typed when reading it anew fails', async () => {
    const tabs = [{ key: 'overview', label: 'overview' }]
    const props = { pending: false, error: null, there: true, tabs, tab: 'overview' }
    const { wrapper } = await show(XdObjectPage, props, { slots: { default: '<input />' } })
    await wrapper.get('input').setValue('typed')
    await wrapper.setProps({ error: new Error('gone') })
    expect(wrapper.get('input').element.value).toBe('typed')
    expect(wrapper.find('[role=alert]').exists()).toBe(true)
    await wrapper.setProps({ there: false })
    expect(wrapper.find('input').exists()).toBe(false)
  })
})

describe('a grid', () => {
  const columns: GridColumn<{ id: string; name: string }>[] = [
    { key: 'name', title: '名称', width: 200, sort: 'name', pinned: true, text: (row) => row.name },
    { key: 'id', title: '编号', width: 100, align: 'right', text: (row) => row.id },
  ]
  const rows = [1, 2, 3].map((n) => ({ id: `c${n}`, name: `客户 ${n}` }))
  const props = { label: '客户', columns, rows, count: 250, layout: startLayout(columns), sort: '-name' }

  it('tells readers of screens its size, its order and its rows', async () => {
    const { wrapper } = await show(XdGrid, props)
    expect(wrapper.get('table').attributes()).toMatchObject({
      role: 'grid',
      'aria-rowcount': '251',
      'aria-colcount': '2',
    })
    expect(wrapper.findAll('th').map((head) => head.attributes('aria-sort'))).toEqual(['descending', undefined])
  })

  it('asks for another order by a click on the head', async () => {
    const { wrapper } = await show(XdGrid, props)
    await wrapper.get('th button').trigger('click')
    expect(wrapper.emitted('update:sort')).toEqual([['name']])
  })

  it('follows the layout: hidden columns go, sums stand under their column', async () => {
    const layout = { ...props.layout, hidden: ['name'] }
    const { wrapper } = await show(XdGrid, { ...props, layout, sums: { id: '3' } })
    expect(wrapper.findAll('th').map((head) => head.text())).toEqual(['编号'])
    await wrapper.setProps({ layout: { ...layout, hidden: [], order: ['id', 'name'] } })
    expect(wrapper.findAll('th').map((head) => head.text().slice(0, 2))).toEqual(['名称', '编号'])
  })
})
