import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import LibraryPage from './LibraryPage.vue'

const line = (kind: string, code: string, group: string, nameZh: string, right: string) => ({
  kind,
  code,
  group,
  nameZh,
  nameEn: `English ${code}`,
  aboutZh: `${nameZh}的用途`,
  aboutEn: `What ${code} is for`,
  right,
})
const LINES = [
  line('form', 'promise', 'collection', '付款承诺', 'forms.design'),
  line('flow', 'write-off', 'collection', '坏账核销', 'workflow.design'),
  line('letter', 'greeting', 'relation', '节日问候函', 'document.template'),
]
const CONTENTS: Record<string, unknown> = {
  'form/promise': {
    subject: 'customer',
    definition: {
      format: 1,
      label: { zh: '付款承诺', en: 'Promise' },
      fields: [
        { code: 'amount', kind: 'money', label: { zh: '承诺金额', en: 'Amount' } },
        { code: 'left', kind: 'formula', label: { zh: '余额', en: 'Left' }, formula: 'amount', gives: 'money' },
      ],
    },
  },
  'flow/write-off': {
    definition: {
      format: 1,
      facts: [{ code: 'amount', name: { zh: '核销金额', en: 'Amount' }, type: 'amount', required: true }],
      starters: ['finance'],
      steps: [
        {
          type: 'branch',
          code: 'size',
          name: { zh: '金额', en: 'Size' },
          arms: [
            {
              code: 'big',
              name: { zh: '大额', en: 'Large' },
              when: "amount > money('1')",
              steps: [
                {
                  type: 'approve',
                  code: 'boss',
                  name: { zh: '高管审批', en: 'Executive' },
                  who: { kind: 'superior' },
                  mode: 'all',
                  within: 'P2D',
                },
              ],
            },
          ],
          otherwise: [],
        },
      ],
    },
  },
  'letter/greeting': {
    zh: '<h1>节日问候函</h1>\n<div>{{customer.name}}：</div>',
    en: '<h1>Greeting</h1>\n<div>Dear {{customer.name}},</div>',
    fields: { 'customer.name': { zh: '客户名称', en: "Customer's name" } },
  },
}
const MADE = { kind: 'letter', id: 'x1', code: 'greeting', name: '节日问候函', page: '/settings/letters?template=x1' }
let rights: string[] = []
let sent: { line: string; body: unknown }[] = []

function answerTo(url: string): unknown {
  if (url.includes('/identity/session'))
    return { user: { id: 'u' }, rights, nodes: [], node: { id: 'n1', name: '公司' } }
  if (url.includes('/identity/roles')) return { items: [{ code: 'finance', zh: '财务', en: 'Finance' }] }
  if (url.includes('/identity/nodes')) return { items: [{ id: 'n1', name: '公司' }] }
  const key = url.split('/library/templates/')[1]
  if (key === undefined) return { items: LINES }
  return { template: LINES.find(({ kind, code }) => `${kind}/${code}` === key), content: CONTENTS[key] }
}

beforeEach(() => {
  rights = []
  sent = []
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answerTo(url))))
    sent.push({ line: url.replace('/api/v1', ''), body: JSON.parse(init.body ?? '{}') })
    return Promise.resolve(new Response(JSON.stringify(MADE), { status: 201 }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await flushPromises()
}
async function page(address: string): Promise<VueWrapper> {
  const { wrapper } = await show(LibraryPage, {}, { address })
  await settle()
  return wrapper
}

describe('the page of the library', () => {
  it('lists by group with counts, and narrows by kind', async () => {
    const wrapper = await page('/library')
    expect(wrapper.text()).toContain('共 3 个模板')
    expect(wrapper.text()).toContain('收款（2）')
    expect(wrapper.text()).toContain('从列表中选择一个模板')
    await wrapper.findAll('select')[0]?.setValue('letter')
    await settle()
    expect(wrapper.text()).toContain('共 1 个模板')
  })

  it('shows a form as it is filled in and a flow by its steps', async () => {
    rights = ['identity.read']
    const wrapper = await page('/library?template=form/promise')
    expect(wrapper.text()).toContain('承诺金额')
    expect(wrapper.find('#field-amount').exists()).toBe(true)
    await wrapper
      .findAll('button')
      .find((one) => one.text().startsWith('坏账核销'))
      ?.trigger('click')
    await settle()
    expect(wrapper.text()).toContain('高管审批')
    expect(wrapper.text()).toContain('发起人的上级 · 全部同意 · 办理时限 2 个工作日')
    expect(wrapper.text()).toContain("amount > money('1')")
    expect(wrapper.text()).toContain('可发起的角色：财务')
  })

  it('tells who may not install which right it takes', async () => {
    const wrapper = await page('/library?template=letter/greeting')
    expect(wrapper.text()).toContain('[客户名称]：')
    expect(wrapper.text()).toContain('安装这个模板需要“编写函件模板”权限。')
    expect(wrapper.findAll('button').map((one) => one.text())).not.toContain('安装')
  })

  it('installs at a node in a language and leads to what was made', async () => {
    rights = ['document.template']
    const wrapper = await page('/library?template=letter/greeting')
    const languages = wrapper.findAll('select').find((one) => one.text().includes('英文'))
    await languages?.setValue('en')
    await settle()
    expect(wrapper.text()).toContain("Dear [Customer's name],")
    await wrapper.get('[aria-label=安装节日问候函]').trigger('click')
    await settle()
    expect(sent).toEqual([
      { line: '/library/templates/letter/greeting/installation', body: { node: 'n1', language: 'en' } },
    ])
    expect(wrapper.text()).toContain('已安装“节日问候函”。')
    expect(wrapper.text()).toContain('打开函件模板')
  })
})
