import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import { answers } from '@/testing/network'
import XdViews from './XdViews.vue'

afterEach(() => vi.unstubAllGlobals())

const view = (id: string, own: boolean, grade: string) => ({
  id,
  own,
  name: `视图 ${id}`,
  list: 'any',
  shared: true,
  version: 4,
  body: { filters: { grade } },
})

let lists = 0

/** Views of a list of its own, because a list is opened for the first time only once. */
async function views(filters: Record<string, string>, list?: string, address = '/customers') {
  lists += 1
  const name = list ?? `list-${lists}`
  const seen = answers({
    '/platform/views': { items: [view('1', true, 'A'), view('2', false, 'B')] },
    'PUT /platform/views/1': view('1', true, 'C'),
    'POST /platform/views': view('3', true, 'C'),
  })
  const builtIn = [
    { key: 'all', name: '全部', filters: { grade: '' } },
    { key: 'good', name: '好', filters: { grade: 'A' } },
  ]
  const { wrapper } = await show(XdViews, { list: name, filters, layout: {}, builtIn }, { address })
  await flushPromises()
  return { wrapper, seen, name, entry }
}

function entry(text: string): HTMLElement | undefined {
  const items = [...document.querySelectorAll<HTMLElement>('[role=menu] button')]
  return items.find((item) => item.textContent?.includes(text))
}

describe('saved views', () => {
  it.each([
    ['A', true],
    ['B', false],
  ])('a view for grade %s can be removed: %s, because only its owner can', async (grade, removable) => {
    const { wrapper } = await views({ grade })
    await wrapper.get('button').trigger('click')
    expect(entry('保存为视图')).toBeDefined()
    expect(entry('删除视图') !== undefined).toBe(removable)
  })

  it('are changed when saved again under their name, and new under another one or a colleague’s', async () => {
    for (const [name, method] of [
      ['视图 1', 'PUT'],
      ['视图 2', 'POST'],
    ]) {
      const { wrapper, seen } = await views({ grade: 'C' })
      await wrapper.get('button').trigger('click')
      entry('保存为视图')?.click()
      await flushPromises()
      const field = document.querySelector<HTMLInputElement>('#view-name') as HTMLInputElement
      field.value = name ?? ''
      field.dispatchEvent(new Event('input'))
      field.form?.dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
      expect(seen.filter((asked) => asked.method !== 'GET').map((asked) => asked.method)).toEqual([method])
      wrapper.unmount()
      document.body.replaceChildren()
    }
  })

  it('the one used last is there when the list opens, once and unless a link says what to show', async () => {
    localStorage.setItem('xd.view.mine', '1')
    const { wrapper } = await views({ grade: '' }, 'mine')
    expect(wrapper.emitted('apply')).toEqual([[{ filters: { grade: 'A' }, layout: undefined }]])
    expect((await views({ grade: '' }, 'mine')).wrapper.emitted('apply')).toBeUndefined()
    localStorage.setItem('xd.view.linked', 'good')
    const linked = await views({ grade: 'B' }, 'linked', '/customers?grade=B')
    expect(linked.wrapper.emitted('apply')).toBeUndefined()
  })

  it('remember the one that was chosen', async () => {
    const { wrapper, name } = await views({ grade: '' })
    await wrapper.get('button').trigger('click')
    entry('视图 2')?.click()
    expect(localStorage.getItem(`xd.view.${name}`)).toBe('2')
  })
})
