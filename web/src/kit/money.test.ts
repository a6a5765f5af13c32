import { describe, expect, it } from 'vitest'
import { inWords, readAmount, share, shownAmount, shownMoney, shownShare, sum } from './money'

describe('大写金额', () => {
  it.each([
    ['0', '人民币零元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角'],
    ['10', '人民币壹拾元整'],
    ['10.05', '人民币壹拾元零伍分'],
    ['105', '人民币壹佰零伍元整'],
    ['1005.10', '人民币壹仟零伍元壹角'],
    ['10010.10', '人民币壹万零壹拾元壹角'],
    ['100000', '人民币壹拾万元整'],
    ['1000050', '人民币壹佰万零伍拾元整'],
    ['1286000.50', '人民币壹佰贰拾捌万陆仟元伍角'],
    ['100001000', '人民币壹亿零壹仟元整'],
    ['1000000000.00', '人民币壹拾亿元整'],
    ['1000000000000', '人民币壹万亿元整'],
    ['1000200000000', '人民币壹万零贰亿元整'],
    ['9999999999999999.99', '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is written %s', (amount, words) => {
    expect(inWords(amount)).toBe(words)
  })

  it.each(['-1', '1.005', '', '1,000', '10000000000000000'])('"%s" is refused', (amount) => {
    expect(() => inWords(amount)).toThrow(RangeError)
  })
})

describe('amounts as people type them', () => {
  it.each([
    ['1,286,000.5', '1286000.5'],
    ['128.6万', '1286000'],
    ['1.5亿', '150000000'],
    ['1286000.50', '1286000.50'],
    ['¥1,200', '1200'],
    ['￥1200元', '1200'],
    ['12元整', '12'],
    ['-60,474.00', '-60474'],
    [' 12 000 ', '12000'],
  ])('%s is read', (typed, amount) => {
    expect(readAmount(typed)).toBe(readAmount(amount))
    expect(readAmount(typed)).not.toBeNull()
  })

  it('reads full-width digits and separators', () => {
    expect(readAmount('\uff11\uff0c\uff12\uff18\uff16\uff0c\uff10\uff10\uff10\uff0e\uff15')).toBe('1286000.5')
  })

  it.each(['12,34', '1,2345', '1.2.3', 'abc', '--5', '1e5', '12,', '(5)'])('"%s" is no amount', (typed) => {
    expect(readAmount(typed)).toBeNull()
  })
})

describe('amounts as shown', () => {
  it.each([
    ['0.00', '0.00'],
    ['1234567.89', '1,234,567.89'],
    ['-60474.00', '-60,474.00'],
    ['999', '999'],
    ['123456789012345678901234567890.12', '123,456,789,012,345,678,901,234,567,890.12'],
  ])('%s keeps its digits', (amount, text) => {
    expect(shownAmount(amount)).toBe(text)
  })

  it.each([
    ['1286000.50', '128.60'],
    ['49.99', '0.00'],
    ['50.00', '0.01'],
    ['-60474.00', '-6.05'],
  ])('%s is shown in 万元, rounded half up', (amount, text) => {
    expect(shownAmount(amount, 'tenThousand')).toBe(text)
  })

  it('names the currency, with the sign before it for renminbi', () => {
    expect(shownMoney('-60474.00', 'CNY')).toBe('-¥60,474.00')
    expect(shownMoney('1234.50', 'USD')).toBe('USD 1,234.50')
    expect(shownMoney(null, 'CNY')).toBe('—')
  })

  it('adds without losing a fen, which binary fractions would', () => {
    expect(sum(['0.10', '0.20', '0.30'])).toBe('0.60')
    expect(sum(['9007199254740993.01', '0.01'])).toBe('9007199254740993.02')
  })

  it('shows shares with one decimal and none of nothing', () => {
    expect(shownShare('0.9512')).toBe('95.1%')
    expect(share('5', '0')).toBeNull()
    expect(share('1', '3')).toBe('0.3333')
  })
})
