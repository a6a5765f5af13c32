import { describe, expect, it } from 'vitest'
import type { LibraryLine } from '@/app/api/contract'
import { chapters, matching, spoken } from './catalogue'
import { sheet } from './sheet'

const line = (kind: string, code: string, group: string, nameZh: string, nameEn: string): LibraryLine => ({
  kind,
  code,
  group,
  nameZh,
  nameEn,
  aboutZh: '说明',
  aboutEn: 'About it',
  right: 'forms.design',
})
const LINES = [
  line('form', 'visit', 'relation', '拜访记录', 'Visit record'),
  line('letter', 'reminder-1', 'collection', '付款提醒函', 'First reminder'),
  line('form', 'promise', 'collection', '付款承诺', 'Promise to pay'),
]
const codes = (lines: LibraryLine[]): string[] => lines.map(({ code }) => code)

describe('the library', () => {
  it('is searched by kind, group and words of either language', () => {
    expect(codes(matching(LINES, { kind: '', group: '', text: '付款' }))).toEqual(['reminder-1', 'promise'])
    expect(codes(matching(LINES, { kind: 'form', group: 'collection', text: '' }))).toEqual(['promise'])
    expect(codes(matching(LINES, { kind: '', group: '', text: 'PAY promise' }))).toEqual(['promise'])
    expect(matching(LINES, { kind: 'flow', group: '', text: '' })).toEqual([])
  })

  it('stands by groups in their order, without empty ones', () => {
    const shown = chapters(LINES, ['collection', 'archive', 'relation'])
    expect(shown.map(({ group, lines }) => [group, ...codes(lines)])).toEqual([
      ['collection', 'reminder-1', 'promise'],
      ['relation', 'visit'],
    ])
  })

  it('tells every text of a flow in one language', () => {
    const tree = { steps: [{ code: 'a', name: { zh: '审批', en: 'Approval' } }], count: 2 }
    expect(spoken(tree, 'zh')).toEqual({ steps: [{ code: 'a', name: '审批' }], count: 2 })
    expect(spoken(tree, 'en')).toEqual({ steps: [{ code: 'a', name: 'Approval' }], count: 2 })
  })

  it('shows a letter as data with the names of its fields', () => {
    const body =
      '<h1>函</h1>\n<p align="right">致{{ customer.name|optional }}：<br>您好</p>' +
      '<table><tr><th>单据</th></tr><tr data-each="items"><td align="right">{{open}}</td></tr></table>'
    const [title, text, table] = sheet(body, (code) => `«${code}»`)
    expect(title?.kind).toBe('h1')
    expect(text?.align).toBe('right')
    expect(text?.pieces.map(({ kind, text: words }) => `${kind}:${words}`)).toEqual([
      'text:致',
      'field:«customer.name»',
      'text:：',
      'break:',
      'text:您好',
    ])
    expect(table?.rows.map(({ each }) => each)).toEqual([false, true])
    expect(table?.rows[1]?.cells[0]?.pieces).toEqual([{ kind: 'field', text: '«open»' }])
  })
})
