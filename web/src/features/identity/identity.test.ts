import { flushPromises } from '@vue/test-utils'
import type { Component } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NodeRef } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import { dayBefore } from './days'
import DeputiesPage from './DeputiesPage.vue'
import IdentityPage from './IdentityPage.vue'
import { byCapability } from './roles'
import OrganisationPage from './OrganisationPage.vue'
import RolesPage from './RolesPage.vue'
import { branches, indented, kindsBelow, withoutBranch } from './tree'

const NODES: NodeRef[] = [
  { id: 'd2', name: '销售二部', kind: 'department', parent: 'c', closed: false },
  { id: 'd1', name: '财务部', kind: 'department', parent: 'c', closed: false },
  { id: 'd11', name: '核算组', kind: 'department', parent: 'd1', closed: false },
  { id: 'c', name: '信达公司', kind: 'company', parent: null, closed: false },
]
const ADMINISTRATOR = { id: 'r1', code: 'administrator', zh: '系统管理员', en: 'Administrator', node: null }
const SELLER = { id: 'r2', code: 'sales', zh: '业务员', en: 'Sales', node: null }
const CLERK = { id: 'r3', code: null, zh: '查账员', en: 'Clerk', node: 'c' }
const ROLES = {
  items: [
    { ...ADMINISTRATOR, rights: ['identity.read', 'identity.manage'] },
    { ...SELLER, rights: ['customerfile.read'] },
    { ...CLERK, rights: ['insight.read'] },
  ],
  rights: ['customerfile.read', 'identity.manage', 'identity.read', 'insight.read'],
}
const held = (id: string, role: object, node: string, until: string | null = null) => ({
  id,
  role,
  node,
  from: '2026-01-01',
  until,
})
const ADMIN = {
  id: 'u1',
  login: 'admin',
  name: '王敏',
  node: 'c',
  active: true,
  lockedByDirectory: null as string | null,
  roles: [held('a1', ADMINISTRATOR, 'c')],
}
const SALES = {
  id: 'u2',
  login: 'li',
  name: '李强',
  node: 'd2',
  active: true,
  lockedByDirectory: null as string | null,
  roles: [held('a2', SELLER, 'd2'), held('a3', CLERK, 'c', '2026-12-31')],
}

const DEPUTIES = [
  {
    id: 'p1',
    user: { id: 'u1', name: '王敏' },
    deputy: { id: 'u2', name: '李强' },
    from: '2026-03-01',
    until: '2026-03-09',
    reason: '出差',
  },
]

interface Sent {
  line: string
  body: unknown
  etag: string | null
}
let sent: Sent[] = []
let refusal: Response | null = null
let users = [ADMIN, SALES]

function answerTo(url: string): unknown {
  if (url.endsWith('/identity/session')) {
    const rights = ['identity.manage', 'identity.grant']
    return { user: ADMIN, rights, nodes: [], node: NODES[3], businessDate: '2026-03-01' }
  }
  if (url.endsWith('/identity/leaves') || url.endsWith('/identity/locked-people')) return { items: [] }
  if (url.endsWith('/identity/separation'))
    return { active: false, kinds: [], conflicts: [], request: null, own: ['system'] }
  if (url.endsWith('/identity/roles')) return ROLES
  if (url.endsWith('/identity/deputies')) return { items: DEPUTIES }
  if (url.endsWith('/roles')) return { items: SALES.roles }
  const role = ROLES.items.find(({ id }) => url.endsWith(`/roles/${id}`))
  if (role !== undefined) return role
  if (/\/identity\/nodes(\?asOf=[\d-]+)?$/.test(url)) return { items: NODES }
  if (url.endsWith('/history'))
    return { items: [{ from: '2025-01-01', until: null, name: '财务', parent: '信达公司', closed: false }] }
  const node = NODES.find(({ id }) => url.endsWith(`/nodes/${id}`))
  if (node !== undefined) return node
  if (url.endsWith('/ways')) return { providers: [], directory: null }
  if (url.endsWith('/identity/directories')) return { items: [] }
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
async function open(page: Component = IdentityPage, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { wrapper } = await show(page, {}, { address: '/identity', locale })
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
    expect(kindsBelow('department')).toEqual(['department', 'site'])
    expect(kindsBelow('company')).toContain('company')
  })

  it('are made below the one chosen', async () => {
    await open(OrganisationPage)
    await press('新建部门')
    type('node-name', ' 华东组 ')
    await choose('上级', 'd2')
    await submit('node-form')
    expect(sent).toMatchObject([
      { line: 'POST /identity/nodes', body: { name: '华东组', kind: 'department', parent: 'd2' } },
    ])
  })
})

describe('the organisation', () => {
  it('is changed from a day on, on the version that was read', async () => {
    await open(OrganisationPage)
    await press('修改 核算组')
    type('node-new-name', '核算部')
    await choose('上级', 'd2')
    type('node-from', '2026-04-01')
    await submit('node-change')
    const body = { name: '核算部', parent: 'd2', from: '2026-04-01' }
    expect(sent).toEqual([{ line: 'PATCH /identity/nodes/d11', body, etag: '"3"' }])
  })

  it('never offers a node itself or what is below it as its place', () => {
    const left = withoutBranch(branches(NODES, 'zh-CN'), 'd1').map(({ node }) => node.id)
    expect(left).toEqual(['c', 'd2'])
  })

  it('tells what a node was', async () => {
    await open(OrganisationPage)
    await press('财务部 的沿革')
    expect(document.querySelector('.el-dialog tbody')?.textContent).toContain('2025-01-01')
  })

  it('of another day can be looked at only', async () => {
    const wrapper = await open(OrganisationPage)
    type('as-of', '2025-01-01')
    await settle()
    expect(wrapper.text()).not.toContain('新建部门')
    expect(wrapper.text()).toContain('沿革')
  })
})

describe('users', () => {
  it('are listed with their roles, department and whether they can sign in', async () => {
    users = [ADMIN, { ...SALES, active: false, lockedByDirectory: '2026-03-01T01:30:00Z' }]
    const wrapper = await open()
    const rows = wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
    expect(rows).toEqual([
      ['王敏', 'admin', '系统管理员', '信达公司', '可登录', '角色修改'],
      [
        '李强',
        'li',
        '业务员、查账员（信达公司），至 2026-12-31',
        '销售二部',
        '已停用2026-03-01 09:30 由企业目录停用',
        '角色修改',
      ],
    ])
  })

  it('are added with a role, a department and a first password', async () => {
    await open()
    await press('新建用户')
    type('user-login', 'zhao')
    type('user-name', '赵婷')
    type('user-password', 'a long sentence')
    await choose('所属部门', 'd1')
    await choose('第一个角色', 'r3')
    await submit('user-form')
    const body = { login: 'zhao', name: '赵婷', node: 'd1', password: 'a long sentence', role: 'r3' }
    expect(sent).toMatchObject([{ line: 'POST /identity/users', body }])
    expect(document.getElementById('user-form')).toBeNull()
  })

  it('are changed in what was changed, on the version that was read', async () => {
    await open()
    await press('修改 李强')
    const box = document.querySelector<HTMLInputElement>('#user-form input[type=checkbox]')
    box?.click()
    await choose('所属部门', 'd1')
    await submit('user-form')
    expect(sent).toEqual([{ line: 'PATCH /identity/users/u2', body: { node: 'd1', active: false }, etag: '"3"' }])
  })

  it('keep what was typed when the server refuses, with the field marked', async () => {
    await open()
    await press('新建用户')
    type('user-login', 'li')
    type('user-name', '李丽')
    type('user-password', 'a long sentence')
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
    users = [ADMIN, { ...SALES, node: 'd1' }]
    await submit('user-form')
    expect(document.querySelector<HTMLSelectElement>('#user-form select')?.value).toBe('d1')
    await submit('user-form')
    expect(sent.at(-1)?.body).toEqual({ name: '李 强' })
  })

  it('cannot demote or close themselves', async () => {
    await open()
    await press('修改 王敏')
    expect(document.querySelectorAll('#user-form select, #user-form input[type=checkbox]')).toHaveLength(0)
    expect(document.getElementById('user-form')?.textContent).toContain('另一位系统管理员')
  })
})

describe('roles of a user', () => {
  it('are given at a node, from a day to a day', async () => {
    await open()
    await press('李强 的角色')
    await choose('角色', 'r3')
    await choose('适用于', 'd1')
    type('give-from', '2026-04-01')
    type('give-until', '2026-06-30')
    await submit('give-form')
    const body = { role: 'r3', node: 'd1', from: '2026-04-01', until: '2026-06-30' }
    expect(sent).toMatchObject([{ line: 'POST /identity/users/u2/roles', body }])
  })

  it('are taken away with yesterday as their last day', async () => {
    await open()
    await press('李强 的角色')
    await press('收回')
    expect(sent).toMatchObject([{ line: 'PUT /identity/users/u2/roles/a2', body: { until: '2026-02-28' } }])
    expect(dayBefore('2024-03-01')).toBe('2024-02-29')
  })

  it('cannot be touched by himself', async () => {
    await open()
    await press('王敏 的角色')
    expect(document.getElementById('give-form')).toBeNull()
  })
})

describe('roles', () => {
  it('stand with what they may do; presets can only be copied', async () => {
    const wrapper = await open(RolesPage)
    const rows = wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
    expect(rows).toEqual([
      ['系统管理员', '预置', '查看用户与部门、管理账号和部门', '复制'],
      ['业务员', '预置', '查看客户信用档案', '复制'],
      ['查账员', '信达公司', '查看分析', '复制修改删除'],
    ])
  })

  it('begin as a copy with other rights', async () => {
    await open(RolesPage)
    await press('复制 业务员')
    document.querySelector<HTMLInputElement>('#role-form input[value="insight.read"]')?.click()
    await submit('role-form')
    const role = { zh: '业务员 副本', en: 'Sales 副本', rights: ['customerfile.read', 'insight.read'] }
    expect(sent).toMatchObject([{ line: 'POST /identity/roles', body: { node: 'c', role } }])
  })

  it('are changed on the version that was read', async () => {
    await open(RolesPage)
    await press('修改 查账员')
    type('role-zh', '对账员')
    await submit('role-form')
    expect(sent).toMatchObject([{ line: 'PUT /identity/roles/r3', body: { zh: '对账员' }, etag: '"3"' }])
  })

  it('show their rights by capability', () => {
    expect(byCapability(['a.read', 'b.read', 'a.write'])).toEqual([
      { capability: 'a', rights: ['a.read', 'a.write'] },
      { capability: 'b', rights: ['b.read'] },
    ])
  })
})

describe('deputies', () => {
  it('are named for oneself, for some days and a reason', async () => {
    const wrapper = await open(DeputiesPage)
    expect(wrapper.find('tbody tr').text()).toContain('2026-03-09')
    type('deputy-until', '2026-03-20')
    type('deputy-reason', ' 休假 ')
    const labels = [...document.querySelectorAll('#deputy-form label')]
    const list = labels
      .find((each) => each.textContent.startsWith('代理人'))
      ?.querySelector('select') as HTMLSelectElement
    list.value = 'u2'
    list.dispatchEvent(new Event('change'))
    await settle()
    await submit('deputy-form')
    const body = { deputy: 'u2', until: '2026-03-20', reason: '休假' }
    expect(sent).toMatchObject([{ line: 'POST /identity/deputies', body }])
  })

  it('can be ended', async () => {
    await open(DeputiesPage)
    await press('结束')
    expect(sent).toMatchObject([{ line: 'DELETE /identity/deputies/p1' }])
  })
})
