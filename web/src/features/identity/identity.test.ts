import { readFileSync } from 'node:fs'
import path from 'node:path'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NodeRef } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import { ROLES } from './api'
import IdentityPage from './IdentityPage.vue'
import { branches, indented, kindsBelow } from './tree'

const NODES: NodeRef[] = [
  { id: 'd2', name: '销售二部', kind: 'department', parent: 'c' },
  { id: 'd1', name: '财务部', kind: 'department', parent: 'c' },
  { id: 'd11', name: '核算组', kind: 'department', parent: 'd1' },
  { id: 'c', name: '信达公司', kind: 'company', parent: null },
]
const ADMIN = { id: 'u1', login: 'admin', name: '王敏', role: 'administrator', node: 'c', active: true }
const SALES = { id: 'u2', login: 'li', name: '李强', role: 'sales', node: 'd2', active: true }

interface Sent {
  line: string
  body: unknown
  etag: string | null
}
let sent: Sent[] = []
let refusal: Response | null = null
let users = [ADMIN, SALES]

function answerTo(url: string): unknown {
  if (url.endsWith('/identity/session')) return { user: ADMIN, rights: ['identity.manage'], nodes: [], node: NODES[3] }
  if (url.endsWith('/identity/nodes')) return { items: NODES }
  const one = users.find((user) => url.endsWith(`/users/${user.id}`))
  return one ?? { items: users, next: null, count: users.length }
}

beforeEach(() => {
  sent = []
  refusal = null
  users = [ADMIN, SALES]
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET')
      return Promise.resolve(new Response(JSON.stringify(answerTo(url)), { headers: { ETag: '"3"' } }))
    const line = `${init.method} ${url.replace('/api/v1', '')}`
    sent.push({ line, body: JSON.parse(init.body ?? '{}'), etag: init.headers.get('If-Match') })
    const answer = refusal ?? new Response('{}', { status: 201 })
    refusal = null
    return Promise.resolve(answer)
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
async function open(locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { wrapper } = await show(IdentityPage, {}, { address: '/identity', locale })
  await settle()
  return wrapper
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
async function choose(label: string, value: string): Promise<void> {
  const found = [...document.querySelectorAll('.el-dialog label')].find((each) => each.textContent.includes(label))
  const select = found?.querySelector('select') as HTMLSelectElement
  select.value = value
  select.dispatchEvent(new Event('change'))
  await settle()
}
async function submit(form: string): Promise<void> {
  document.getElementById(form)?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}

describe('departments', () => {
  it('stand below those they belong to', () => {
    expect(branches(NODES, 'zh-CN').map(indented)).toEqual([
      '信达公司',
      '\u3000财务部',
      '\u3000\u3000核算组',
      '\u3000销售二部',
    ])
  })

  it('hold departments only', () => {
    expect(kindsBelow('department')).toEqual(['department'])
    expect(kindsBelow('company')).toContain('company')
  })

  it('are made below the one chosen', async () => {
    await open()
    await press('新建部门')
    type('node-name', ' 华东组 ')
    await choose('上级', 'd2')
    await submit('node-form')
    expect(sent).toMatchObject([
      { line: 'POST /identity/nodes', body: { name: '华东组', kind: 'department', parent: 'd2' } },
    ])
  })
})

describe('users', () => {
  it('are listed with role, department and whether they can sign in', async () => {
    users = [ADMIN, { ...SALES, active: false }]
    const wrapper = await open()
    const rows = wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
    expect(rows).toEqual([
      ['王敏', 'admin', '系统管理员', '信达公司', '可登录', '修改'],
      ['李强', 'li', '业务员', '销售二部', '已停用', '修改'],
    ])
  })

  it('are added with a role, a department and a first password', async () => {
    await open()
    await press('新建用户')
    type('user-login', 'zhao')
    type('user-name', '赵婷')
    type('user-password', 'a long sentence')
    await choose('角色', 'credit-specialist')
    await choose('所属部门', 'd1')
    await submit('user-form')
    const body = { login: 'zhao', name: '赵婷', role: 'credit-specialist', node: 'd1', password: 'a long sentence' }
    expect(sent).toMatchObject([{ line: 'POST /identity/users', body }])
    expect(document.getElementById('user-form')).toBeNull()
  })

  it('are changed in what was changed, on the version that was read', async () => {
    await open()
    await press('修改 李强')
    const box = document.querySelector<HTMLInputElement>('#user-form input[type=checkbox]')
    box?.click()
    await choose('角色', 'finance')
    await submit('user-form')
    expect(sent).toEqual([{ line: 'PATCH /identity/users/u2', body: { role: 'finance', active: false }, etag: '"3"' }])
  })

  it('keep what was typed when the server refuses, with the field marked', async () => {
    await open()
    await press('新建用户')
    type('user-login', 'li')
    type('user-name', '李丽')
    type('user-password', 'a long sentence')
    await choose('角色', 'sales')
    refusal = new Response(JSON.stringify({ title: '已存在', code: 'already-exists', reasons: [{ field: 'login' }] }), {
      status: 409,
    })
    await submit('user-form')
    expect(document.querySelector('.errors')?.textContent).toContain('已存在')
    expect(document.getElementById('user-login')?.getAttribute('aria-invalid')).toBe('true')
    expect((document.getElementById('user-name') as HTMLInputElement).value).toBe('李丽')
  })

  it('that somebody else changed meanwhile keep my change and take over theirs', async () => {
    await open()
    await press('修改 李强')
    type('user-name', '李 强')
    refusal = new Response(JSON.stringify({ title: '没有保存', code: 'stale' }), { status: 412 })
    users = [ADMIN, { ...SALES, role: 'finance' }]
    await submit('user-form')
    expect(document.querySelector<HTMLSelectElement>('#user-form select')?.value).toBe('finance')
    await submit('user-form')
    expect(sent.at(-1)?.body).toEqual({ name: '李 强' })
  })

  it('cannot demote or close themselves', async () => {
    await open()
    await press('修改 王敏')
    expect(document.querySelectorAll('#user-form select, #user-form input[type=checkbox]')).toHaveLength(0)
    expect(document.getElementById('user-form')?.textContent).toContain('另一位系统管理员')
  })

  it('may have every role of the server, each with its name', async () => {
    const file = path.resolve(
      import.meta.dirname,
      '../../../../server/src/main/resources/xindang/identity/roles.properties',
    )
    const roles = [...readFileSync(file, 'utf8').matchAll(/^([a-z-]+) = /gm)].map((match) => match[1])
    expect([...ROLES].sort()).toEqual(roles.sort())
    await open('en')
    await press('New user')
    expect(document.getElementById('user-form')?.textContent).toContain('Credit specialist')
  })
})
