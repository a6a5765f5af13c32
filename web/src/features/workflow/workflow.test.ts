import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import CasePage from './CasePage.vue'
import { chosenOf, signsOf, written } from './condition'
import { all, fresh, freeCode, moved, type Definition } from './definition'
import { groupOf, grouped } from './groups'
import InboxPage from './InboxPage.vue'

const ENTRY = {
  id: 't1',
  kind: 'flow',
  title: '额度申请 甲公司',
  object: '',
  objectId: 'c1',
  link: '/inbox/t1',
  due: '2026-03-02',
  since: '2026-03-01T02:00:00Z',
  from: { id: 'u2', name: '王敏' },
  why: 'role:credit-manager',
  safeForBatch: true,
}
const TASK = {
  id: 't1',
  step: 'approve-1',
  part: 'signer',
  user: { id: 'u', name: '陈强' },
  lender: null,
  why: 'role:credit-manager',
  state: 'open',
  openedAt: '2026-03-01T02:00:00Z',
  due: '2026-03-02',
}
const CASE = {
  flowCase: {
    id: 'c1',
    flow: { id: 'f1', name: '额度申请' },
    number: 2,
    node: { id: 'n1', name: '本公司' },
    title: '额度申请 甲公司',
    starter: { id: 'u2', name: '王敏' },
    state: 'running',
    step: 'approve-1',
    startedAt: '2026-03-01T02:00:00Z',
    facts: { amount: '50000' },
  },
  facts: [{ code: 'amount', name: '金额', type: 'AMOUNT', required: true, choices: [] }],
  steps: { 'approve-1': '信用经理审批' },
  tasks: [TASK],
  acts: [],
  changeable: [],
  returnTo: ['start'],
  manages: false,
  starter: false,
  mine: TASK,
}
let sent: { line: string; body: unknown }[] = []
let entries: unknown[] = []

function answerTo(url: string): unknown {
  if (url.includes('/identity/roles'))
    return {
      items: [{ id: 'r', code: 'credit-manager', zh: '信用经理', en: 'Credit manager', rights: ['workflow.act'] }],
    }
  if (url.includes('/identity/session'))
    return { user: { id: 'u' }, rights: ['workflow.act'], nodes: [], node: { id: 'n1' }, businessDate: '2026-03-02' }
  if (url.includes('/inbox/counts'))
    return { total: 1, overdue: 0, dueToday: 1, today: '2026-03-02', kinds: { flow: 1 } }
  if (url.includes('/inbox')) return { items: entries, next: null, unavailable: [] }
  return CASE
}

beforeEach(() => {
  sent = []
  entries = [ENTRY]
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answerTo(url))))
    sent.push({ line: `${init.method} ${url.replace('/api/v1', '')}`, body: JSON.parse(init.body ?? 'null') })
    return Promise.resolve(new Response(JSON.stringify(url.includes('agreement') ? [{ task: 't1' }] : CASE.flowCase)))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const button = (wrapper: Awaited<ReturnType<typeof show>>['wrapper'], text: string) =>
  wrapper.findAll('button').find((one) => one.text() === text)

describe('inbox', () => {
  it('puts the most urgent first and ends weeks on Sunday', () => {
    expect(groupOf('2026-03-01', '2026-03-02')).toBe('overdue')
    expect(groupOf('2026-03-02', '2026-03-02')).toBe('today')
    expect(groupOf('2026-03-08', '2026-03-02'), 'a Sunday').toBe('week')
    expect(groupOf('2026-03-09', '2026-03-02')).toBe('later')
    expect(groupOf(null, '2026-03-02')).toBe('none')
    const some = [{ due: null }, { due: '2026-03-05' }, { due: '2026-02-01' }] as unknown as Parameters<
      typeof grouped
    >[0]
    expect(grouped(some, '2026-03-02').map(({ name }) => name)).toEqual(['overdue', 'week', 'none'])
  })

  it('agrees to several at once where that is safe', async () => {
    const { wrapper } = await show(InboxPage)
    await flushPromises()
    expect(wrapper.text()).toContain('今天到期')
    expect(wrapper.text(), 'why, with the name of the role').toContain('信用经理')
    await wrapper.find('input[type=checkbox]').setValue(true)
    await button(wrapper, '同意所选 1 项')?.trigger('click')
    await flushPromises()
    const verb = [...document.querySelectorAll('button')].filter((one) => one.textContent.trim() === '同意').at(-1)
    verb?.click()
    await flushPromises()
    expect(sent[0]).toEqual({ line: 'POST /workflow/tasks/agreement', body: { tasks: ['t1'] } })
  })

  it('says that nothing waits', async () => {
    entries = []
    const { wrapper } = await show(InboxPage)
    await flushPromises()
    expect(wrapper.text()).toContain('今天没有待办')
  })
})

describe('case', () => {
  it('is refused only with a reason, then the list comes', async () => {
    const { wrapper, router } = await show(CasePage, { id: 't1', what: 'tasks' })
    await flushPromises()
    expect(button(wrapper, '拒绝')?.attributes('disabled')).toBeDefined()
    await wrapper.find('#decision-reason').setValue('额度过高')
    await button(wrapper, '拒绝')?.trigger('click')
    await flushPromises()
    expect(sent[0]).toEqual({
      line: 'POST /workflow/tasks/t1/decision',
      body: { decision: 'refuse', reason: '额度过高' },
    })
    expect(router.currentRoute.value.name).toBe('inbox')
  })
})

describe('definition', () => {
  const flow: Definition = {
    format: 1,
    facts: [],
    steps: [
      { type: 'approve', code: 'approve-1', name: '一' },
      {
        type: 'branch',
        code: 'branch-1',
        name: '二',
        arms: [{ code: 'way-1', name: '大额', when: 'true', steps: [{ type: 'end', code: 'end-1', name: '三' }] }],
        otherwise: [{ type: 'copy', code: 'copy-1', name: '四' }],
      },
    ],
  }
  it('gives new steps codes that nothing has, branches looked into', () => {
    expect(all(flow.steps).map(({ code }) => code)).toEqual(['approve-1', 'branch-1', 'end-1', 'copy-1'])
    expect(freeCode(flow, 'end')).toBe('end-2')
    expect(freeCode(flow, 'way')).toBe('way-2')
    expect(fresh(flow, 'approve', '新')).toMatchObject({ code: 'approve-2', mode: 'single', returnTo: ['start'] })
  })
  it('moves steps within the list only', () => {
    expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3])
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3])
  })
})

describe('conditions', () => {
  const facts = [
    { code: 'amount', name: '金额', type: 'amount' },
    { code: 'days', name: '天数', type: 'number' },
    { code: 'new', name: '新客户', type: 'yes' },
    { code: 'kind', name: '类别', type: 'choice', choices: ['甲', '乙'] },
  ]
  it.each(["amount > money('100000')", 'days <= 30', 'new == true', "kind != '乙'"])(
    'are read as they were chosen: %s',
    (when) => {
      const chosen = chosenOf(when, facts)
      expect(chosen).not.toBeNull()
      expect(chosen === null ? '' : written(chosen, facts)).toBe(when)
    },
  )
  it.each(["amount > money('1') && new", 'size(kind) > 1', 'other == 1', "amount > 'x'"])(
    'that somebody wrote stay as they are: %s',
    (when) => {
      expect(chosenOf(when, facts)).toBeNull()
    },
  )
  it('hold no sign that would end the text', () => {
    expect(written({ fact: 'kind', sign: '==', value: "a' || 'b" }, facts)).toBe("kind == 'a || b'")
    expect(written({ fact: 'amount', sign: '>', value: 'much' }, facts)).toBe("amount > money('0')")
    expect(signsOf('choice')).toEqual(['==', '!='])
  })
})
