import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { given, shown, type FormDefinition } from '@/kit/form'
import { show } from '@/testing/mounting'
import { blank, changed, choiceLines, choicesOf, freeCode, moved, tidy, without } from './drawing'
import FillForm from './FillForm.vue'

const label = (zh: string) => ({ zh, en: zh })
const FORM: FormDefinition = {
  format: 1,
  label: label('调查'),
  title: 'name',
  list: ['name', 'amount'],
  fields: [
    { code: 'name', kind: 'text', label: label('名称'), required: true },
    { code: 'amount', kind: 'number', label: label('数量') },
    { code: 'twice', kind: 'formula', label: label('两倍'), formula: 'amount * 2', gives: 'whole' },
  ],
}

describe('drawing', () => {
  it('names new fields as no other is named and gives each kind what it needs', () => {
    expect(freeCode([{ code: 'text2', kind: 'text', label: label('') }], 'text')).toBe('text3')
    expect(blank([], 'choice', label('x')).choices).toHaveLength(1)
    expect(blank([], 'table', label('x')).columns).toHaveLength(1)
    expect(blank([], 'formula', label('x'))).toMatchObject({ formula: '0', gives: 'whole' })
  })
  it('follows a field that is renamed, and forgets one that is dropped', () => {
    const renamed = changed(FORM, 0, { code: 'title', kind: 'text', label: label('名称') })
    expect(renamed).toMatchObject({ title: 'title', list: ['title', 'amount'] })
    const dropped = without(FORM, 0)
    expect(dropped.title).toBeUndefined()
    expect(dropped.list).toEqual(['amount'])
  })
  it('moves within the list, writes choices as lines and leaves out what is empty', () => {
    expect(moved(FORM.fields, 0, 1).map(({ code }) => code)).toEqual(['amount', 'name', 'twice'])
    expect(moved(FORM.fields, 0, -1)).toBe(FORM.fields)
    const choices = choicesOf('a|甲|First\nb\n\n')
    expect(choices).toEqual([
      { code: 'a', label: { zh: '甲', en: 'First' } },
      { code: 'b', label: { zh: 'b', en: 'b' } },
    ])
    expect(choicesOf(choiceLines(choices))).toEqual(choices)
    expect(tidy({ code: 'a', kind: 'text', label: label('a'), min: '', required: false, choices: [] })).toEqual({
      code: 'a',
      kind: 'text',
      label: label('a'),
    })
  })
})

it('sends what is his to give, shows names instead of ids', () => {
  expect(given(FORM.fields, { name: 'edit', amount: 'read' }, { name: 'a', amount: '1', twice: '2' })).toEqual({
    name: 'a',
  })
  expect(shown({ code: 'm', kind: 'member', label: label('人') }, 'u1', 'zh', { u1: '王敏' })).toBe('王敏')
  expect(shown({ code: 'm', kind: 'member', label: label('人') }, 'u2', 'zh', {})).toBe('—')
})

describe('filling in', () => {
  let sent: { line: string; body: unknown }[] = []
  let refuses = false
  const STATES = { name: 'edit', amount: 'edit', twice: 'read' }

  beforeEach(() => {
    vi.useFakeTimers()
    sent = []
    refuses = false
    vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
      const body = JSON.parse(init.body ?? 'null') as { values: Record<string, string> }
      sent.push({ line: `${init.method} ${url.replace('/api/v1', '')}`, body })
      if (url.endsWith('/try')) {
        const amount = Number(body.values.amount ?? 0)
        const values = { ...body.values, twice: String(amount * 2) }
        return Promise.resolve(new Response(JSON.stringify({ values, fields: STATES, problems: [] })))
      }
      return Promise.resolve(
        refuses
          ? new Response(
              JSON.stringify({
                code: 'record-unfit',
                title: '填写有误',
                status: 422,
                reasons: [{ field: 'name', facts: { code: 'required' } }],
              }),
              { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
            )
          : new Response(JSON.stringify({ id: 'r1' })),
      )
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('computes on the server while somebody types and saves what he gave', async () => {
    const { wrapper } = await show(FillForm, { form: 'f1', definition: FORM, record: null })
    await flushPromises()
    await wrapper.find('#field-amount').setValue('21')
    await vi.advanceTimersByTimeAsync(500)
    await flushPromises()
    expect(wrapper.find('#field-twice').text()).toBe('42')
    await wrapper.find('#field-name').setValue('甲')
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(sent.at(-1)).toEqual({
      line: 'POST /forms/forms/f1/records',
      body: { customer: null, values: { name: '甲', amount: '21' } },
    })
    expect(wrapper.emitted('saved')).toHaveLength(1)
  })

  it('shows at the field what the server did not take', async () => {
    refuses = true
    const { wrapper } = await show(FillForm, { form: 'f1', definition: FORM, record: null })
    await flushPromises()
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(wrapper.find('#field-name').attributes('aria-invalid')).toBe('true')
    expect(wrapper.emitted('saved')).toBeUndefined()
  })
})
