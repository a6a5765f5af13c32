import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/mounting'
import NoticesPage from './NoticesPage.vue'
import PreferencesPage from './PreferencesPage.vue'

const NOTICE = {
  id: 'n2',
  kind: 'secrecy.access-asked',
  topic: 'task',
  urgent: true,
  title: '查阅申请待审批',
  text: '王敏 申请查阅一份档案',
  objectKind: 'request',
  objectId: 'r1',
  link: '/secrecy/requests',
  businessDate: '2026-03-02',
  toldAt: '2026-03-02T02:00:00Z',
  readAt: null,
}
const PREFERENCE = {
  preference: {
    mail: 'wang@example.com',
    mailTopics: ['task'],
    quietTopics: ['system'],
    bundling: 'daily',
    digestHour: 9,
    quietFrom: '22:00',
    quietTo: '07:30',
    urgentPasses: true,
  },
  mailing: true,
  domains: ['example.com'],
}
let sent: { line: string; body: unknown; etag: string | null }[] = []
let asked: string[] = []

beforeEach(() => {
  sent = []
  asked = []
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Headers; body?: string }) => {
    if (init.method === 'GET') {
      asked.push(url.replace('/api/v1', ''))
      const answer = url.includes('preferences')
        ? PREFERENCE
        : { items: [NOTICE, { ...NOTICE, id: 'n1', readAt: '2026-03-01T00:00:00Z' }], next: null, count: 2 }
      return Promise.resolve(new Response(JSON.stringify(answer), { headers: { ETag: '"3"' } }))
    }
    sent.push({
      line: `${init.method} ${url.replace('/api/v1', '')}`,
      body: JSON.parse(init.body ?? 'null'),
      etag: init.headers.get('If-Match'),
    })
    return Promise.resolve(
      init.method === 'PUT' ? new Response(JSON.stringify(PREFERENCE)) : new Response(null, { status: 204 }),
    )
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

it('marks what is unread and urgent, and reads all up to the newest on screen', async () => {
  const { wrapper } = await show(NoticesPage)
  await flushPromises()
  const lines = wrapper.findAll('li')
  expect(lines.map((line) => line.classes('unread'))).toEqual([true, false])
  expect(lines[0]?.text()).toContain('紧急')
  await wrapper.find('button').trigger('click')
  await flushPromises()
  expect(sent).toEqual([{ line: 'POST /notification/notices/readings', body: { last: 'n2' }, etag: null }])
})

it('asks for a group and for the unread ones', async () => {
  const { wrapper } = await show(NoticesPage)
  await flushPromises()
  await wrapper.find('select').setValue('deadline')
  await wrapper.find('input[type=checkbox]').setValue(true)
  await flushPromises()
  expect(asked.at(-1)).toContain('topic=deadline')
  expect(asked.at(-1)).toContain('unread=true')
})

it('keeps what is shown as what is not, and empty fields as none', async () => {
  const { wrapper } = await show(PreferencesPage)
  await flushPromises()
  const shown = wrapper.findAll<HTMLInputElement>('td:first-of-type input')
  expect(shown.map((box) => box.element.checked)).toEqual([true, true, true, true, false])
  await wrapper.find('#quiet-from').setValue('')
  await wrapper.find('#quiet-to').setValue(' ')
  await shown[0]?.setValue(false)
  await wrapper.find('form').trigger('submit')
  await flushPromises()
  expect(sent[0]?.line).toBe('PUT /notification/preferences')
  expect(sent[0]?.etag).toBe('"3"')
  expect(sent[0]?.body).toMatchObject({
    quietTopics: ['task', 'system'],
    quietFrom: null,
    quietTo: null,
    digestHour: 9,
  })
})
