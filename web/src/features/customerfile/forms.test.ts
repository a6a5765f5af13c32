import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Customer } from '@/app/api/contract'
import { notices } from '@/app/notices'
import { show } from '@/testing/mounting'
import EditCustomer from './EditCustomer.vue'
import NewCustomer from './NewCustomer.vue'

interface Sent {
  method: string
  body: Record<string, unknown>
  key: string | null
}

let sent: Sent[] = []
let answers: (() => Response)[] = []
let rights: string[] = []
const lost = () => {
  throw new TypeError('gone')
}
const person = (id: string, name: string, active: boolean) => ({
  id,
  name,
  login: id,
  active,
  closed: false,
  roles: [],
})
const PEOPLE = {
  items: [person('u1', '王芳', true), person('u2', '赵敏', true), person('u3', '离职者', false)],
  next: null,
  count: 3,
  countExact: true,
}
const answer = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  sent = []
  answers = []
  rights = []
  notices.length = 0
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (url.endsWith('/identity/session'))
      return Promise.resolve(
        answer(200, { rights, user: { id: 'u0', name: '我' }, node: { id: 'n', name: '总部' }, nodes: [] })(),
      )
    if (url.includes('/identity/users')) return Promise.resolve(answer(200, PEOPLE)())
    const key = init.headers.get('Idempotency-Key')
    sent.push({ method: init.method, body: JSON.parse(init.body ?? '{}') as Record<string, unknown>, key })
    const next = answers.shift() ?? answer(200, {})
    return new Promise((resolve) => resolve(next()))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

/** Dialogs stand at the end of the page, outside the component. */
const field = (id: string) => document.getElementById(id) as HTMLInputElement
function type(id: string, text: string): void {
  field(id).value = text
  field(id).dispatchEvent(new Event('input'))
}
async function submit(form: string): Promise<void> {
  document.getElementById(form)?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  await flushPromises()
}
async function press(text: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find((button) => button.textContent.includes(text))
  found?.click()
  await flushPromises()
  await flushPromises()
}
const closed = (wrapper: VueWrapper) => wrapper.emitted('update:modelValue')?.at(-1)?.[0] === false

describe('a new customer', () => {
  it('is made once although the answer was lost, and the way back does not open the form again', async () => {
    const { router } = await show(NewCustomer, { modelValue: true }, { address: '/customers?new=1' })
    await flushPromises()
    const push = vi.spyOn(router, 'push')
    type('customer-name', '厦门甲贸易')
    answers = [lost, answer(201, { id: 'c1', name: '厦门甲贸易', number: 'C1' })]
    await submit('new-customer')
    await submit('new-customer')
    expect(sent).toHaveLength(2)
    expect(sent[0]?.key).toBe(sent[1]?.key)
    expect(router.currentRoute.value.fullPath).toBe('/customer/c1')
    expect(push).not.toHaveBeenCalled()
  })
})

it('a new customer that was not made is there when the form opens again', async () => {
  const first = await show(NewCustomer, { modelValue: true }, { address: '/customers?new=1' })
  await flushPromises()
  type('customer-name', '厦门甲贸易')
  first.wrapper.unmount()
  document.body.innerHTML = ''
  await show(NewCustomer, { modelValue: true }, { address: '/customers?new=1' })
  await flushPromises()
  expect(field('customer-name').value).toBe('厦门甲贸易')
})

describe('a change of a customer that somebody else changed meanwhile', () => {
  const customer = { id: 'c1', name: '甲', address: '湖滨路', industry: '批发' } as Customer
  async function clash(theirs: Partial<Customer>) {
    const { wrapper } = await show(EditCustomer, { modelValue: true, customer, etag: '"1"' })
    await flushPromises()
    type('edit-name', '甲公司')
    type('edit-industry', '零售')
    answers = [answer(412, { code: 'stale' }), answer(200, { ...customer, ...theirs })]
    await submit('edit-customer')
    return wrapper
  }

  it('keeps what only I changed when theirs is taken, and says what happened', async () => {
    const wrapper = await clash({ name: '甲贸易', address: '环岛路' })
    await press('采用对方')
    expect(sent.at(-1)).toMatchObject({ method: 'PATCH', body: { industry: '零售' } })
    expect(closed(wrapper)).toBe(true)
  })

  it('says that nothing was saved where theirs is all that is left', async () => {
    const wrapper = await clash({ name: '甲贸易', industry: '制造' })
    const before = sent.length
    await press('采用对方')
    expect(sent).toHaveLength(before)
    expect(notices.map((notice) => notice.text)).toEqual(['已采用对方保存的资料，没有另外的修改'])
    expect(closed(wrapper)).toBe(true)
  })

  it('is saved without a question where they changed something else', async () => {
    const wrapper = await clash({ address: '环岛路' })
    expect(sent.at(-1)).toMatchObject({ method: 'PATCH', body: { name: '甲公司', industry: '零售' } })
    expect(closed(wrapper)).toBe(true)
  })

  it('tells when the other version cannot be read', async () => {
    await show(EditCustomer, { modelValue: true, customer, etag: '"1"' })
    await flushPromises()
    type('edit-name', '甲公司')
    answers = [answer(412, { code: 'stale' }), lost]
    await submit('edit-customer')
    expect(document.querySelector('.errors')?.textContent).toContain('连不上服务')
    expect(field('edit-name').value).toBe('甲公司')
  })
})

describe('the keepers of a file', () => {
  const customer = {
    id: 'c1',
    name: '甲',
    keeper: { id: 'u9', name: '远方' },
    deputyKeeper: null,
  } as unknown as Customer
  const options = (list: HTMLSelectElement | undefined) => [...(list?.options ?? [])].map((option) => option.text)
  const choose = (list: HTMLSelectElement | undefined, value: string) => {
    if (list === undefined) throw new Error('no list')
    list.value = value
    list.dispatchEvent(new Event('change'))
  }

  it('are chosen among people who can sign in; whoever keeps it now stays on offer', async () => {
    rights = ['identity.read']
    await show(EditCustomer, { modelValue: true, customer, etag: '"1"' })
    await flushPromises()
    await flushPromises()
    const [keeper, deputy] = [...document.querySelectorAll('select')]
    expect(options(keeper)).toEqual(['远方', '王芳 (u1)', '赵敏 (u2)'])
    choose(keeper, 'u1')
    await flushPromises()
    expect(options(deputy)).toEqual(['无', '赵敏 (u2)'])
    choose(deputy, 'u2')
    await flushPromises()
    await submit('edit-customer')
    expect(sent.at(-1)).toMatchObject({ method: 'PATCH', body: { keeper: 'u1', deputyKeeper: 'u2' } })
  })

  it('are not offered to whoever may not see people', async () => {
    await show(EditCustomer, { modelValue: true, customer, etag: '"1"' })
    await flushPromises()
    expect(document.querySelectorAll('select')).toHaveLength(0)
  })
})
