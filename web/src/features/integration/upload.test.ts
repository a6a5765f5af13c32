import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import UploadStep from './UploadStep.vue'

let keys: (string | null)[] = []
let reachable = true

beforeEach(() => {
  keys = []
  reachable = true
  vi.stubGlobal('fetch', (_: string, init: { headers: Headers }) => {
    keys.push(init.headers.get('Idempotency-Key'))
    return reachable ? Promise.resolve(new Response('{"id":"i1"}')) : Promise.reject(new TypeError('gone'))
  })
})
afterEach(() => vi.unstubAllGlobals())

async function choose(file: File) {
  const { wrapper } = await show(UploadStep, { kind: 'invoices' })
  const input = wrapper.get<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [file] })
  await input.trigger('change')
  const send = async () => {
    await wrapper.findAll('button').at(-1)?.trigger('click')
    await flushPromises()
    await flushPromises()
  }
  return { wrapper, send }
}

describe('a file to upload', () => {
  it('is sent under one key until an answer comes, so that it is taken once', async () => {
    const { wrapper, send } = await choose(new File(['a'], 'a.csv'))
    reachable = false
    await send()
    reachable = true
    await send()
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(wrapper.emitted('uploaded')).toHaveLength(1)
  })

  it('that changed since it was chosen is told as such, and nothing is sent', async () => {
    const file = new File(['a'], 'a.csv')
    vi.spyOn(file, 'slice').mockReturnValue({
      arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')),
    } as unknown as Blob)
    const { wrapper, send } = await choose(file)
    await send()
    expect(wrapper.get('[role=alert]').text()).toContain('文件已改动，请重新选择')
    expect(keys).toEqual([])
  })

  it('can be removed, and pasting is possible again', async () => {
    const { wrapper } = await choose(new File(['a'], 'a.csv'))
    expect(wrapper.get('textarea').attributes('disabled')).toBeDefined()
    await wrapper.findAll('button')[0]?.trigger('click')
    expect(wrapper.get('textarea').attributes('disabled')).toBeUndefined()
    expect(wrapper.text()).not.toContain('a.csv')
  })
})
