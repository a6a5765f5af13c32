import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '@/app/api/contract'
import { notices } from '@/app/notices'
import { queryClient } from '@/app/queries'
import { show } from '@/testing/mounting'
import { changedBy, useJobNotices, useJobs } from './jobs'

const job = (more: Partial<Job> = {}): Job => ({
  id: 'j1',
  user: 'me',
  kind: 'integration.import',
  title: '导入 台账.csv',
  state: 'running',
  done: 5,
  total: 10,
  rate: null,
  startedAt: null,
  finishedAt: null,
  result: null,
  problem: null,
  finished: false,
  ...more,
})

class Events extends EventTarget {
  static readonly CLOSED = 2
  static all: Events[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    Events.all.push(this)
  }
  close(): void {
    this.readyState = Events.CLOSED
  }
  tell(told: Job): void {
    this.dispatchEvent(new MessageEvent('job', { data: JSON.stringify(told) }))
  }
  fail(): void {
    this.readyState = Events.CLOSED
    this.dispatchEvent(new Event('error'))
  }
}

let listed: Job[] = []
/** Holds back the answer of the list. */
let held: Promise<void> = Promise.resolve()

beforeEach(() => {
  Events.all = []
  listed = [job()]
  held = Promise.resolve()
  notices.length = 0
  queryClient.clear()
  vi.stubGlobal('EventSource', Events)
  vi.stubGlobal('fetch', async (url: string) => {
    const me = { user: { id: 'me' }, rights: ['platform.jobs'], nodes: [] }
    const text = JSON.stringify(url.includes('/identity/session') ? me : { items: listed, next: null })
    if (url.includes('/platform/jobs')) await held
    return new Response(text)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const Page = defineComponent(() => {
  const { jobs } = useJobs()
  useJobNotices(() => undefined)
  return () => h('p', jobs.value.map(({ state, done }) => `${state} ${done}`).join())
})
async function open() {
  const { wrapper } = await show(Page, {}, { client: queryClient })
  await flushPromises()
  await flushPromises()
  return wrapper
}

describe('the end of a job', () => {
  it.each([
    ['me', 1],
    ['somebody else', 0],
    [null, 0],
  ])('of %s is told %d times to me', async (user, times) => {
    const wrapper = await open()
    Events.all[0]?.tell(job({ user, state: 'done' }))
    Events.all[0]?.tell(job({ user, state: 'done' }))
    await flushPromises()
    expect(wrapper.text()).toBe('done 5')
    expect(notices).toHaveLength(times)
  })

  it('that no event told of is found when the list is read', async () => {
    await open()
    listed = [job({ state: 'done', done: 10 })]
    await queryClient.refetchQueries({ queryKey: ['jobs'] })
    expect(notices.map(({ text }) => text)).toEqual(['已完成：导入 台账.csv'])
  })

  it.each([
    ['integration.check', ['customer', 'c1'], false],
    ['integration.check', ['import', 'i1'], true],
    ['integration.import', ['list', '/customerfile/customers', {}], true],
    ['insight.day-change', ['customer-sums', {}], true],
    ['insight.assess', ['list', '/integration/imports', {}], false],
    ['insight.assess', ['session'], false],
    ['integration.import', ['list', '/identity/users', {}], false],
  ])('of kind %s makes %j read anew: %s', (kind, key, anew) => {
    expect(changedBy(kind, key)).toBe(anew)
  })
})

describe('what is known of a job', () => {
  it('never goes back in time when a list overtaken by an event arrives', async () => {
    const wrapper = await open()
    let release: () => void = () => undefined
    held = new Promise((resolve) => (release = resolve))
    const reading = queryClient.refetchQueries({ queryKey: ['jobs'] }, { cancelRefetch: true })
    Events.all[0]?.tell(job({ state: 'done', done: 10 }))
    release()
    await reading
    await flushPromises()
    expect(wrapper.text()).toBe('done 10')
  })

  it('never goes back when events overtake each other', async () => {
    const wrapper = await open()
    Events.all[0]?.tell(job({ done: 8 }))
    Events.all[0]?.tell(job({ done: 7 }))
    await flushPromises()
    expect(wrapper.text()).toBe('running 8')
  })
})

describe('the connection for events', () => {
  it('that a refusal closed is opened again, later each time', async () => {
    await open()
    vi.useFakeTimers()
    Events.all[0]?.fail()
    vi.advanceTimersByTime(1_000)
    expect(Events.all).toHaveLength(2)
    Events.all[1]?.fail()
    vi.advanceTimersByTime(1_000)
    expect(Events.all).toHaveLength(2)
    vi.advanceTimersByTime(1_000)
    expect(Events.all).toHaveLength(3)
  })

  it('is not opened again once nobody listens', async () => {
    const wrapper = await open()
    vi.useFakeTimers()
    Events.all[0]?.fail()
    wrapper.unmount()
    vi.advanceTimersByTime(120_000)
    expect(Events.all).toHaveLength(1)
  })
})
