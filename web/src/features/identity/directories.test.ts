import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NodeRef, UserRow } from '@/app/api/contract'
import { queryClient } from '@/app/queries'
import { show } from '@/testing/mounting'
import DirectorySection from './DirectorySection.vue'
import UserWays from './UserWays.vue'
import { branches } from './tree'

const NODES: NodeRef[] = [{ id: 'c', name: '信达公司', kind: 'company', parent: null, closed: false }]
const LINE = {
  id: 'd1',
  node: 'c',
  name: '人事系统',
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-06-30T16:00:00Z',
  lastUsedAt: null,
  lastAddress: null,
}
const USER: UserRow = {
  id: 'u2',
  login: 'li',
  name: '李强',
  node: 'c',
  active: false,
  closed: false,
  lockedByDirectory: '2026-03-01T01:30:00Z',
  roles: [],
}
const WAYS = {
  providers: [
    {
      issuer: 'https://login.example.com',
      subject: 's-77',
      createdAt: '2026-01-01T00:00:00Z',
      lastUsedAt: '2026-02-01T00:00:00Z',
    },
  ],
  directory: { directory: 'd1', name: '人事系统', externalId: '77', origin: 'made' },
}

let sent: { line: string; body: unknown }[] = []
let refusal: Response | null = null

beforeEach(() => {
  sent = []
  refusal = null
  queryClient.clear()
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
    const answer = url.endsWith('/ways') ? WAYS : { items: [LINE] }
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(answer)))
    const body: unknown = init.body === undefined ? null : JSON.parse(init.body)
    sent.push({ line: `${init.method} ${url.replace('/api/v1/identity/', '')}`, body })
    if (refusal !== null) return Promise.resolve(refusal)
    if (init.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }))
    return Promise.resolve(new Response(JSON.stringify({ line: LINE, token: 'xdd_once' }), { status: 201 }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function settle(): Promise<void> {
  await flushPromises()
  await flushPromises()
}
async function press(text: string): Promise<void> {
  const all = [...document.querySelectorAll<HTMLButtonElement>('button')]
  all.find((button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === text)?.click()
  await settle()
}
function type(id: string, text: string): void {
  const input = document.getElementById(id) as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input'))
}
async function submit(): Promise<void> {
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}
async function open() {
  const { wrapper } = await show(DirectorySection, { branches: branches(NODES, 'zh-CN') }, { client: queryClient })
  await settle()
  return wrapper
}

describe('the company directory', () => {
  it('is connected with the own password, and its token is shown once', async () => {
    const wrapper = await open()
    await press('接入目录')
    type('directory-name', ' 人事系统 ')
    type('directory-until', '2026-12-31')
    type('directory-password', 'correct horse')
    await settle()
    await submit()
    const body = { name: '人事系统', node: 'c', until: '2026-12-31', password: 'correct horse' }
    expect(sent).toEqual([{ line: 'POST directories', body }])
    expect(wrapper.text()).toContain('xdd_once')
    expect(wrapper.text()).toContain('/api/v1/identity/scim/v2')
    await press('我已复制')
    expect(wrapper.text()).not.toContain('xdd_once')
  })

  it('gets another token, and is disconnected', async () => {
    const wrapper = await open()
    expect(wrapper.get('tbody').text()).toContain('2026-07-01 00:00')
    await press('更换 人事系统 的令牌')
    type('directory-until', '2027-01-31')
    type('directory-password', 'correct horse')
    await settle()
    await submit()
    await press('断开 人事系统')
    expect(sent.map((one) => one.line)).toEqual(['POST directories/d1/token', 'DELETE directories/d1'])
  })

  it('keeps what was typed, but for the password, where it is refused', async () => {
    const wrapper = await open()
    refusal = new Response(JSON.stringify({ code: 'wrong-password', title: '密码不正确' }), { status: 403 })
    await press('接入目录')
    type('directory-name', '人事系统')
    type('directory-until', '2026-12-31')
    type('directory-password', 'wrong horse')
    await settle()
    await submit()
    expect(wrapper.get('.errors').text()).toContain('密码不正确')
    expect((document.getElementById('directory-name') as HTMLInputElement).value).toBe('人事系统')
    expect((document.getElementById('directory-password') as HTMLInputElement).value).toBe('')
  })
})

describe('where an account comes from', () => {
  it('is told, and a binding to the provider is taken away', async () => {
    const { wrapper } = await show(UserWays, { user: USER }, { client: queryClient })
    await settle()
    expect(wrapper.text()).toContain('由企业目录 人事系统 建立')
    expect(wrapper.text()).toContain('2026-03-01 09:30 由企业目录停用')
    expect(wrapper.text()).toContain('https://login.example.com')
    await press('解除绑定')
    expect(sent).toEqual([{ line: 'DELETE users/u2/provider', body: null }])
  })
})
