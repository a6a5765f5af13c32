import { vi } from 'vitest'

/** What was asked of the server while a test ran. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}

type Answer = Record<string, unknown> | ((asked: Asked) => unknown)

const refusal = (status: number) => ({
  status,
  code: status === 404 ? 'not-found' : 'fault',
  title: '没有完成',
  detail: '',
})

/**
 * Plays the server: an answer by path, where the longest path that fits speaks, with or without the method before it.
 * A number is a refusal of that status; everything else that is asked is not found.
 */
export function answers(byPath: Record<string, Answer | number>): Asked[] {
  const seen: Asked[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://localhost')
    const method = init.method ?? 'GET'
    const path = url.pathname.replace('/api/v1', '')
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const asked = { method, path, query: url.searchParams, body }
    seen.push(asked)
    const found = Object.keys(byPath)
      .filter((key) => `${method} ${path}`.startsWith(key) || path.startsWith(key))
      .sort((one, other) => other.length - one.length)[0]
    const given = found === undefined ? 404 : (byPath[found] ?? 404)
    const answer = typeof given === 'function' ? given(asked) : given
    const status = typeof answer === 'number' ? answer : 200
    return Promise.resolve(new Response(JSON.stringify(status === 200 ? answer : refusal(status)), { status }))
  })
  return seen
}
