import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClosedCustomer } from '@/app/api/contract'
import ClosedFile from '@/features/customerfile/ClosedFile.vue'
import XdWatermark from '@/kit/XdWatermark.vue'
import { show } from '@/testing/mounting'
import AgreementPage from './AgreementPage.vue'
import RequestsTab from './RequestsTab.vue'

const ME = { id: 'u1', login: 'wang', name: '王敏' }
const REQUEST = {
  id: 'r1',
  file: { id: 'f1', name: 'C2026-000001 机密客户' },
  level: 'secret',
  requester: { id: 'u2', name: '李强' },
  purpose: '年度复核',
  days: 3,
  state: 'asked',
  askedAt: '2026-03-01T02:00:00Z',
  decidedBy: null,
  decidedAt: null,
  reason: null,
  endsAt: null,
  version: 1,
}
let rights: string[] = []
let requests = [REQUEST]
let sent: { line: string; body: unknown; etag: string | null }[] = []

function answerTo(url: string): unknown {
  if (url.endsWith('/identity/session')) return { user: ME, rights, nodes: [], node: { id: 'c' } }
  if (url.endsWith('/secrecy/self'))
    return {
      clearance: 'internal',
      agreementNeeded: true,
      agreement: { id: 'a1', number: 1, textZh: '不得外传', textEn: 'Keep it here', publishedAt: '', publisher: '' },
    }
  return { items: requests, next: null, count: requests.length }
}

beforeEach(() => {
  sent = []
  rights = []
  requests = [REQUEST]
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answerTo(url))))
    sent.push({
      line: `${init.method} ${url.replace('/api/v1', '')}`,
      body: JSON.parse(init.body ?? '{}'),
      etag: init.headers.get('If-Match'),
    })
    return Promise.resolve(new Response('{}', { status: 201 }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await flushPromises()
}

describe('a file above the clearance', () => {
  it('says why nothing is shown and asks with purpose and days', async () => {
    const customer = { id: 'f1', level: 'secret' } as ClosedCustomer
    const { wrapper } = await show(ClosedFile, { customer })
    expect(wrapper.text()).toContain('机密级别为“机密”')
    await wrapper.get('#access-purpose').setValue('年度复核')
    await wrapper.get('#access-days').setValue('5')
    await wrapper.get('form').trigger('submit')
    await settle()
    expect(sent).toEqual([
      { line: 'POST /secrecy/requests', body: { file: 'f1', purpose: '年度复核', days: 5 }, etag: null },
    ])
    expect(wrapper.text()).toContain('等待他人审批')
  })
})

describe('requests', () => {
  it('are decided by those who may, with a reason', async () => {
    rights = ['secrecy.decide']
    const { wrapper } = await show(RequestsTab)
    await settle()
    const grant = wrapper.findAll('button').find((button) => button.text() === '批准')
    await grant?.trigger('click')
    await settle()
    const reason = document.querySelector<HTMLInputElement>('#decision-reason')
    expect(document.querySelector('#decision-exception')).toBeNull()
    if (reason) {
      reason.value = '核实无误'
      reason.dispatchEvent(new Event('input'))
    }
    await settle()
    const verbs = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')]
    verbs.find((button) => button.textContent.trim() === '批准')?.click()
    await settle()
    expect(sent).toEqual([
      {
        line: 'POST /secrecy/requests/r1/decision',
        body: { decision: 'granted', reason: '核实无误' },
        etag: '"1"',
      },
    ])
  })

  it('offer nothing to decide to others', async () => {
    const { wrapper } = await show(RequestsTab)
    await settle()
    expect(wrapper.text()).toContain('C2026-000001 机密客户')
    expect(wrapper.findAll('button').map((button) => button.text())).not.toContain('批准')
  })
})

describe('the watermark', () => {
  it('names reader, level and trade secret, and a print without a number says so', async () => {
    const { wrapper } = await show(XdWatermark, { reader: '王敏 (wang)', level: 'secret', screen: true })
    expect(wrapper.get('.seen').text()).toContain('商业秘密 · 机密 · 王敏 (wang)')
    expect(wrapper.get('.printed').text()).toContain('未登记打印')
    expect(wrapper.get('[data-test=watermark]').classes()).toContain('screen')
    await wrapper.setProps({ number: 'D2026-000007', screen: false })
    expect(wrapper.get('.printed').text()).toContain('D2026-000007')
    expect(wrapper.get('[data-test=watermark]').classes()).not.toContain('screen')
  })
})

describe('the agreement', () => {
  it('is shown and acknowledged by its id', async () => {
    const { wrapper } = await show(AgreementPage, {}, { address: '/agreement?next=/customerfile' })
    await settle()
    expect(wrapper.text()).toContain('不得外传')
    const accept = wrapper.findAll('button').find((button) => button.text() === '我已阅读并同意遵守')
    await accept?.trigger('click')
    await settle()
    expect(sent[0]).toMatchObject({ line: 'POST /secrecy/agreement/acknowledgement', body: { agreement: 'a1' } })
  })
})
