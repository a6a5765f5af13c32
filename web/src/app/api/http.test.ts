import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, get, patch, post, queryText, speak, whenSignedOut, worthRetrying } from './http'
import { fieldsOf, Problem, problemOf } from './problem'

interface Sent {
  url: string
  init: RequestInit & { headers: Headers }
}

let sent: Sent[] = []

function answer(status: number, body: string, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', (url: string, init: Sent['init']) => {
    sent.push({ url, init })
    return Promise.resolve(new Response(status === 204 ? null : body, { status, headers }))
  })
}

const thrown = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

beforeEach(() => {
  sent = []
  document.cookie = 'XSRF-TOKEN=a%2Fb'
  speak('zh-CN')
})
afterEach(() => vi.unstubAllGlobals())

describe('requests', () => {
  it('leave out empty filters and join several values', () => {
    expect(queryText({ q: '', grade: null, sort: '-overdue', columns: ['a', 'b'], open: false })).toBe(
      '?sort=-overdue&columns=a%2Cb&open=false',
    )
  })

  it('read without a token and in the language of the screen', async () => {
    answer(200, '{"items":[]}')
    speak('en')
    await get('/customerfile/customers', { q: '恒远' })
    expect(sent[0]?.url).toBe('/api/v1/customerfile/customers?q=%E6%81%92%E8%BF%9C')
    expect(sent[0]?.init.headers.get('Accept-Language')).toBe('en')
    expect(sent[0]?.init.headers.get('X-XSRF-TOKEN')).toBeNull()
  })

  it('change with token, key, version and JSON', async () => {
    answer(200, '{}', { ETag: '"8"' })
    const { etag } = await call('PATCH', '/customerfile/customers/1', { body: { name: 'x' }, etag: '"7"' })
    const { headers, body } = sent[0]?.init ?? { headers: new Headers() }
    expect(headers.get('X-XSRF-TOKEN')).toBe('a/b')
    expect(headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('If-Match')).toBe('"7"')
    expect(headers.get('Content-Type')).toBe('application/json')
    expect(body).toBe('{"name":"x"}')
    expect(etag).toBe('"8"')
  })

  it('never use the same key for two changes', async () => {
    answer(200, '{}')
    await post('/a', {})
    await patch('/a', {})
    const keys = sent.map(({ init }) => init.headers.get('Idempotency-Key'))
    expect(keys[0]).not.toBe(keys[1])
  })

  it('leave the type of a form to the browser, and send pasted text as text', async () => {
    answer(201, '{}')
    await post('/integration/imports', new FormData())
    await post('/integration/imports', '客户\t金额')
    expect(sent[0]?.init.headers.get('Content-Type')).toBeNull()
    expect(sent[1]?.init.headers.get('Content-Type')).toBe('text/plain;charset=UTF-8')
  })

  it('take an empty answer', async () => {
    answer(204, '')
    await expect(post('/a')).resolves.toBeUndefined()
  })
})

describe('refusals', () => {
  it('carry code, texts, fields and reference', async () => {
    const body = {
      type: '/problems/invalid-fields',
      title: '没有保存',
      status: 422,
      detail: '请填写名称',
      code: 'invalid-fields',
      reasons: [{ field: 'name' }, { rule: 'names-are-unique@1', facts: { name: 'x' } }, 'nonsense'],
      reference: '7F3A',
    }
    answer(422, JSON.stringify(body))
    const problem = await thrown(post('/customerfile/customers', {}))
    expect(problem).toMatchObject({ status: 422, code: 'invalid-fields', title: '没有保存', reference: '7F3A' })
    expect([...fieldsOf(problem)]).toEqual(['name'])
    expect(problem.reasons).toHaveLength(2)
  })

  it('of a proxy, which speaks HTML, still are problems', async () => {
    answer(502, '<html>Bad gateway</html>')
    expect(await thrown(get('/a'))).toMatchObject({ status: 502, code: 'status-502', title: '' })
  })

  it('take the code from the type where it stands nowhere else', () => {
    expect(problemOf(409, { type: '/problems/already-exists' }).code).toBe('already-exists')
  })

  it('end the session only when nobody is signed in, not on a wrong password', async () => {
    const ended = vi.fn()
    whenSignedOut(ended)
    answer(401, '{"code":"wrong-credentials"}')
    await thrown(post('/identity/session', {}))
    expect(ended).not.toHaveBeenCalled()
    answer(401, '{"code":"not-signed-in"}')
    await thrown(get('/customerfile/customers'))
    expect(ended).toHaveBeenCalledOnce()
  })

  it('by no server at all are told as such and tried again twice', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    const problem = await thrown(get('/a'))
    expect(problem.code).toBe('offline')
    expect([0, 1, 2].map((count) => worthRetrying(count, problem))).toEqual([true, true, false])
    expect(worthRetrying(0, problemOf(422, {}))).toBe(false)
  })

  it('never hide an abort of our own', async () => {
    const abort = new DOMException('aborted', 'AbortError')
    vi.stubGlobal('fetch', () => Promise.reject(abort))
    await expect(get('/a')).rejects.toBe(abort)
  })
})
