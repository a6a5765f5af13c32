import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import HandOverPage from './HandOverPage.vue'

const GIVER = { id: 'u1', login: 'wang', name: '王敏' }
const SLIP = {
  id: 's1',
  node: { id: 'n1', name: '一部' },
  giver: { id: 'u1', name: '王敏' },
  receiver: { id: 'u2', name: '李强' },
  selection: 'all',
  department: null,
  note: null,
  files: 2,
  moved: null,
  state: 'made',
  madeBy: { id: 'u1', name: '王敏' },
  madeAt: '2026-03-01T02:00:00Z',
  givenBy: null,
  givenAt: null,
  exception: null,
  receivedAt: null,
  reason: null,
  endedAt: null,
  version: 3,
}
let sent: { line: string; body: unknown; etag: string | null }[] = []
let reader = GIVER
let slips: unknown[] = []

function answerTo(url: string): unknown {
  if (url.includes('/identity/session'))
    return { user: reader, rights: ['identity.read'], nodes: [], node: { id: 'n1' } }
  if (url.includes('/own-duties'))
    return { leave: null, left: { files: 2, slips: 1, requests: 0, imports: 0, deputyships: 0 } }
  if (url.includes('/files'))
    return { items: [{ id: 'f1', number: 'C2026-000001', name: '甲公司', part: 'keeper' }], next: null, count: 1 }
  if (url.includes('/identity/users')) return { items: [], next: null, count: 0 }
  return { items: slips, next: null, count: slips.length }
}

beforeEach(() => {
  sent = []
  reader = GIVER
  slips = [SLIP]
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answerTo(url))))
    sent.push({
      line: `${init.method} ${url.replace('/api/v1', '')}`,
      body: JSON.parse(init.body ?? '{}'),
      etag: init.headers.get('If-Match'),
    })
    return Promise.resolve(new Response(JSON.stringify(SLIP), { status: 200 }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await flushPromises()
}
const pressed = (text: string): void => {
  const button = [...document.body.querySelectorAll('button')].find((one) => one.textContent.trim() === text)
  if (button === undefined) throw new Error(`no button ${text}`)
  button.click()
}

describe('hand-over', () => {
  it('lets the giver sign what he saw with his password', async () => {
    const { wrapper } = await show(HandOverPage, {})
    await settle()
    expect(wrapper.text()).toContain('在管档案：2')
    pressed('签字')
    await settle()
    expect(document.body.textContent).toContain('甲公司')
    const password = document.body.querySelector<HTMLInputElement>('#slip-password')
    if (password === null) throw new Error('no password asked')
    password.value = 'my own password'
    password.dispatchEvent(new Event('input'))
    await settle()
    pressed('以移交人身份签字')
    await settle()
    expect(sent).toEqual([
      { line: 'POST /customerfile/slips/s1/giver-signature', body: { password: 'my own password' }, etag: '"3"' },
    ])
  })

  it('offers the receiver no signature before the giver signed, but a refusal', async () => {
    reader = { id: 'u2', login: 'li', name: '李强' }
    await show(HandOverPage, {})
    await settle()
    pressed('打开')
    await settle()
    expect(document.body.textContent).not.toContain('以接收人身份签字')
    expect(document.body.textContent).toContain('拒收')
  })

  it('says where there is no slip', async () => {
    slips = []
    const { wrapper } = await show(HandOverPage, {})
    await settle()
    expect(wrapper.text()).toContain('新建移交单')
    expect(wrapper.find('table').exists()).toBe(false)
  })
})
