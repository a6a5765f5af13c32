import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SignInPage from '@/app/pages/SignInPage.vue'
import { show } from '@/testing/mounting'
import AccountPage from './AccountPage.vue'
import { deviceName } from './device'
import { qrPath } from './qr'

const ANSWERS: Record<string, unknown> = {
  session: { user: { name: '赵婷', login: 'zhao' }, rights: [], nodes: [] },
  account: {
    passwordSetAt: '2026-01-05T02:00:00Z',
    secondFactorSince: null,
    recoveryCodesLeft: 0,
    grantable: ['customerfile.read'],
  },
  sessions: {
    items: [
      {
        id: 's1',
        current: true,
        device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
        address: '10.0.0.1',
        startedAt: '2026-01-05T02:00:00Z',
        lastUsedAt: '2026-01-05T03:00:00Z',
      },
      {
        id: 's2',
        current: false,
        device: 'Mozilla/5.0 (iPhone) Safari/605',
        address: '10.0.0.2',
        startedAt: '2026-01-04T02:00:00Z',
        lastUsedAt: '2026-01-04T03:00:00Z',
      },
    ],
  },
  tokens: { items: [] },
  passkeys: { offered: false, items: [] },
}

let sent: { line: string; body: unknown }[] = []
let answers: Response[] = []

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
    const path = url.replace('/api/v1/identity/', '')
    if (init.method === 'GET') return Promise.resolve(new Response(JSON.stringify(ANSWERS[path] ?? {})))
    sent.push({ line: `${init.method} ${path}`, body: init.body === undefined ? null : JSON.parse(init.body) })
    return Promise.resolve(answers.shift() ?? new Response(null, { status: 204 }))
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
function type(id: string, text: string): void {
  const input = document.getElementById(id) as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input'))
}
async function submit(id: string): Promise<void> {
  document
    .getElementById(id)
    ?.closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}
const refused = (code: string, status: number): Response =>
  new Response(JSON.stringify({ code, title: code, reasons: [] }), { status })

describe('signing in', () => {
  it('asks for what the server asks for, and sends it with all the rest', async () => {
    await show(SignInPage)
    answers = [refused('password-change-due', 403), refused('code-needed', 401), refused('wrong-code', 401)]
    type('login', 'zhao')
    type('password', 'given by somebody')
    await submit('login')
    type('new-password', 'a sentence of my own')
    await submit('new-password')
    type('code', '123456')
    await submit('code')
    const first = { login: 'zhao', password: 'given by somebody' }
    expect(sent.map((one) => one.body)).toEqual([
      first,
      { ...first, newPassword: 'a sentence of my own' },
      { ...first, newPassword: 'a sentence of my own', code: '123456' },
    ])
    expect(document.querySelector('.errors')?.textContent).toContain('wrong-code')
    expect((document.getElementById('code') as HTMLInputElement).value).toBe('')
  })

  it('begins anew where login or password is wrong', async () => {
    await show(SignInPage)
    answers = [refused('code-needed', 401), refused('wrong-credentials', 401)]
    type('login', 'zhao')
    type('password', 'changed meanwhile')
    await submit('login')
    type('code', '123456')
    await submit('code')
    expect((document.getElementById('password') as HTMLInputElement).value).toBe('')
  })
})

describe('signing in through the provider of the house', () => {
  afterEach(() => {
    delete ANSWERS.provider
  })

  it('is offered where there is one, and leads there with the page to come back to', async () => {
    ANSWERS.provider = { offered: true, label: '集团统一登录' }
    const assign = vi.fn()
    vi.stubGlobal('location', { ...window.location, assign })
    const { wrapper } = await show(SignInPage, {}, { address: '/customers?next=/items' })
    await settle()
    sessionStorage.setItem('xd.draft.form', '{"name":"of somebody"}')
    answers = [new Response(JSON.stringify({ location: 'https://login.example.com/authorize?x=1' }))]
    const button = wrapper.findAll('button').find((one) => one.text() === '集团统一登录')
    await button?.trigger('click')
    await settle()
    expect(sent).toEqual([{ line: 'POST provider/sign-in', body: { next: '/items' } }])
    expect(assign).toHaveBeenCalledWith('https://login.example.com/authorize?x=1')
    expect(sessionStorage.getItem('xd.draft.form')).toBeNull()
  })

  it('is not there without one, and whoever was not let in reads why', async () => {
    const { wrapper } = await show(SignInPage, {}, { address: '/customers?problem=provider-no-account' })
    await settle()
    expect(wrapper.findAll('button').map((one) => one.text())).toEqual(['English', '登录'])
    expect(wrapper.get('.errors').text()).toContain('本系统没有您的账号')
  })

  it('tells where the provider is away, and passwords still open', async () => {
    ANSWERS.provider = { offered: true, label: null }
    const { wrapper } = await show(SignInPage)
    await settle()
    answers = [refused('provider-away', 503)]
    await wrapper
      .findAll('button')
      .find((one) => one.text() === '企业统一登录')
      ?.trigger('click')
    await settle()
    expect(wrapper.get('.errors').text()).toContain('provider-away')
    expect(document.getElementById('password')).not.toBeNull()
  })
})

describe('the own account', () => {
  it('lists devices and ends one', async () => {
    const { wrapper } = await show(AccountPage, {}, { address: '/account' })
    await settle()
    const rows = wrapper.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('Chrome · Windows')
    expect(rows[0]).toContain('本设备')
    expect(rows[1]).toContain('Safari · iOS')
    await wrapper.get('button[aria-label*="2026-01-04"]').trigger('click')
    await settle()
    expect(sent[0]?.line).toBe('DELETE sessions/s2')
  })

  it('changes the password with the present one', async () => {
    await show(AccountPage, {}, { address: '/account' })
    await settle()
    type('old-password', 'the present one')
    type('own-password', 'a sentence of my own')
    await submit('old-password')
    expect(sent).toEqual([
      { line: 'POST password', body: { old: 'the present one', password: 'a sentence of my own' } },
    ])
    expect((document.getElementById('old-password') as HTMLInputElement).value).toBe('')
  })
})

describe('small things', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'Firefox · Linux'],
    ['Mozilla/5.0 (Macintosh; Mac OS X 10_15) Chrome/140 Safari/537 Edg/140', 'Edge · macOS'],
    ['curl/8', 'curl/8'],
  ])('%s is told as %s', (agent, told) => {
    expect(deviceName(agent)).toBe(told)
  })

  it('draw a square that holds every dark module once', () => {
    const { size, path } = qrPath('otpauth://totp/Xindang:zhao?secret=MZXW6YTB&issuer=Xindang')
    const modules = path.split('z').filter((part) => part !== '')
    expect(size).toBeGreaterThan(24)
    expect(new Set(modules).size).toBe(modules.length)
    expect(path.startsWith('M2 2h1v1h-1')).toBe(true)
  })
})
