import { localProblem, Problem, problemOf } from './problem'

export const API = '/api/v1'

export type QueryValue = string | number | boolean | null | undefined | readonly string[]
export type Query = Record<string, QueryValue>

export interface Options {
  query?: Query
  body?: unknown
  signal?: AbortSignal
  /** Version of the object that the change was made on. */
  etag?: string | null
  /** Same key, same change: a retry after a lost answer changes nothing twice. */
  key?: string
}

export interface Answer<T> {
  data: T
  etag: string | null
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let language = 'zh-CN'
let onSignedOut: () => void = () => undefined
let onAgreement: () => void = () => undefined
let onSecondFactor: () => void = () => undefined

export function speak(locale: string): void {
  language = locale
}

export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler
}

/** The house asks for its confidentiality agreement before anything else. */
export function whenAgreementNeeded(handler: () => void): void {
  onAgreement = handler
}

/** The house demands a second factor before anything else. */
export function whenSecondFactorNeeded(handler: () => void): void {
  onSecondFactor = handler
}

export function queryText(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    params.append(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const result = params.toString()
  return result === '' ? '' : `?${result}`
}

export function address(path: string, query?: Query): string {
  return `${API}${path}${queryText(query)}`
}

export function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1))
}

function headersFor(method: Method, options: Options): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', 'Accept-Language': language })
  if (method === 'GET') return headers
  const token = cookie('XSRF-TOKEN')
  if (token !== null) headers.set('X-XSRF-TOKEN', token)
  headers.set('Idempotency-Key', options.key ?? crypto.randomUUID())
  if (options.etag) headers.set('If-Match', options.etag)
  if (typeof options.body === 'string') headers.set('Content-Type', 'text/plain;charset=UTF-8')
  else if (options.body !== undefined && !(options.body instanceof FormData))
    headers.set('Content-Type', 'application/json')
  return headers
}

function bodyFor(body: unknown): BodyInit | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof FormData) return body
  return JSON.stringify(body)
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    if (!response.ok) return undefined
    throw localProblem('unreadable-answer')
  }
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  try {
    return await fetch(address(path, options.query), {
      method,
      headers: headersFor(method, options),
      body: bodyFor(options.body),
      signal: options.signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    // An abort is ours and no fault; fetch knows only one other reason, that nobody could be reached.
    if (error instanceof TypeError) throw localProblem('offline')
    throw error
  }
}

/** Sends a request; a refusal is thrown as a {@link Problem}. */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await send(method, path, options)
  const body = await json(response)
  if (!response.ok) {
    const problem = problemOf(response.status, body)
    if (response.status === 401 && problem.code === 'not-signed-in') onSignedOut()
    if (response.status === 403 && problem.code === 'agreement-needed') onAgreement()
    if (response.status === 403 && problem.code === 'second-factor-needed') onSecondFactor()
    throw problem
  }
  return { data: body as T, etag: response.headers.get('ETag') }
}

/** Sends something of which a file is made. */
export async function made(path: string, body: unknown): Promise<Blob> {
  const response = await send('POST', path, { body })
  if (!response.ok) throw problemOf(response.status, await json(response))
  return response.blob()
}

const data = async <T>(method: Method, path: string, options?: Options): Promise<T> =>
  (await call<T>(method, path, options)).data

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  data<T>('GET', path, { query, signal })
export const post = <T>(path: string, body?: unknown, options?: Options): Promise<T> =>
  data<T>('POST', path, { ...options, body })
export const put = <T>(path: string, body?: unknown, options?: Options): Promise<T> =>
  data<T>('PUT', path, { ...options, body })
export const patch = <T>(path: string, body?: unknown, options?: Options): Promise<T> =>
  data<T>('PATCH', path, { ...options, body })
export const remove = <T>(path: string, options?: Options): Promise<T> => data<T>('DELETE', path, options)

/** A second try helps against a lost connection or a busy server, never against a refusal. */
export function worthRetrying(count: number, error: unknown): boolean {
  return count < 2 && error instanceof Problem && (error.status === 0 || error.status === 503)
}
