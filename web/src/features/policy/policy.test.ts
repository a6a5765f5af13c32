import { describe, expect, it } from 'vitest'
import type { RegimeCatalogue, RegimeParameter } from '@/app/api/contract'
import { show } from '@/testing/mounting'
import {
  alternativeOf,
  codeName,
  emptyValue,
  originOf,
  periodOf,
  periodText,
  shapeOf,
  shownValue,
  type Words,
} from './values'
import ValueEditor from './ValueEditor.vue'

const WORDS: Words = {
  yes: '是',
  no: '否',
  none: '无',
  comma: '、',
  colon: '：',
  semicolon: '；',
  period: (years, months, days) => `${years}/${months}/${days}`,
  code: (code) => ({ creditDept: '信用管理部门', upTo: '上限', chain: '审批链' })[code] ?? code,
}
const PERIOD = {
  type: 'string',
  pattern: '^P([1-9][0-9]?Y)?([1-9][0-9]{0,2}M)?([1-9][0-9]{0,3}D)?$',
  examples: ['P1M'],
}

describe('values of parameters', () => {
  it('are shown in words', () => {
    expect(shownValue(true, WORDS)).toBe('是')
    expect(shownValue(null, WORDS)).toBe('无')
    expect(shownValue([], WORDS)).toBe('无')
    expect(shownValue('P1M', WORDS)).toBe('0/1/0')
    expect(shownValue('Paper', WORDS)).toBe('Paper')
    expect(shownValue(['creditDept', 'finance'], WORDS)).toBe('信用管理部门、finance')
    expect(shownValue([{ upTo: '5.00', chain: ['creditDept'] }, { upTo: null }], WORDS)).toBe(
      '上限：5.00、审批链：信用管理部门；上限：无',
    )
  })

  it('are entered by their shape', () => {
    expect(shapeOf(PERIOD)).toBe('period')
    expect(shapeOf({ enum: ['a', 'b'] })).toBe('choice')
    expect(shapeOf({ type: 'array', items: { enum: ['a'] } })).toBe('choices')
    expect(shapeOf({ type: 'array', items: { type: 'integer' } })).toBe('items')
    expect(shapeOf({ type: 'object', properties: { a: {} } })).toBe('members')
    expect(shapeOf({ type: 'object', additionalProperties: {} })).toBe('table')
    expect(shapeOf({ type: ['integer', 'null'] })).toBe('whole')
    expect(shapeOf({ anyOf: [{ const: 'x' }] })).toBe('either')
    expect(shapeOf({ type: 'string' })).toBe('text')
    expect(shapeOf({ type: 'boolean' })).toBe('truth')
  })

  it('begin with something that fits', () => {
    expect(emptyValue(PERIOD)).toBe('P1M')
    expect(emptyValue({ type: 'integer', minimum: 3 })).toBe(3)
    expect(
      emptyValue({ type: 'object', properties: { a: { enum: ['x'] }, b: { type: 'boolean' } }, required: ['a'] }),
    ).toEqual({ a: 'x' })
    expect(emptyValue({ anyOf: [{ const: 'anyChange' }, { type: 'integer' }] })).toBe('anyChange')
    expect(alternativeOf({ anyOf: [{ const: 'anyChange' }, { type: 'integer' }] }, 20)).toBe(1)
  })

  it('know periods', () => {
    expect(periodOf('P1Y2M10D')).toEqual([1, 2, 10])
    expect(periodOf('P')).toBeNull()
    expect(periodOf('2026')).toBeNull()
    expect(periodText(10, 'D')).toBe('P10D')
  })

  it('say where they came from', () => {
    expect(originOf('own').from).toBe('own')
    expect(originOf('S20:fixed: 三')).toEqual({ from: 'S20', state: 'fixed', clause: '三' })
    expect(originOf('R0: our proposal').from).toBe('R0')
    expect(originOf(undefined).from).toBe('R0')
  })

  it('take names of codes from the parameter, then from its list, then from the roles', () => {
    const label = (zh: string) => ({ zh, en: zh })
    const catalogue = {
      groups: [],
      parameters: [],
      names: { roles: { finance: label('财务部') }, sections: { basic: label('基本信息') } },
    } as RegimeCatalogue
    const parameter = { labels: { own: label('自有') }, names: 'sections' } as unknown as RegimeParameter
    expect(codeName(catalogue, parameter, 'own', 'zh-CN')).toBe('自有')
    expect(codeName(catalogue, parameter, 'basic', 'zh-CN')).toBe('基本信息')
    expect(codeName(catalogue, parameter, 'finance', 'zh-CN')).toBe('财务部')
    expect(codeName(catalogue, parameter, 'x', 'zh-CN')).toBe('x')
  })
})

describe('the editor of values', () => {
  const code = (one: string): string => one

  it('changes a month into ten days without code', async () => {
    const { wrapper } = await show(ValueEditor, { id: 'v', label: '移交期限', schema: PERIOD, modelValue: 'P1M', code })
    await wrapper.find('select').setValue('D')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['P1D'])
    await wrapper.setProps({ modelValue: 'P1D' })
    await wrapper.find('input').setValue('10')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['P10D'])
  })

  it('adds, moves and removes choices', async () => {
    const schema = { type: 'array', items: { enum: ['a', 'b', 'c'] } }
    const { wrapper } = await show(ValueEditor, { id: 'v', label: '人员', schema, modelValue: ['a', 'b'], code })
    await wrapper.find('select').setValue('c')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([['a', 'b', 'c']])
    await wrapper.setProps({ modelValue: ['a', 'b', 'c'] })
    await wrapper.find('button').trigger('click')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([['b', 'c']])
  })
})
