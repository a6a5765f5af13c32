import Decimal from 'decimal.js'
import type { AmountUnit } from '@/app/preferences'

/** Enough for any ledger total, so that adding never rounds. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })

const DECIMAL = /^-?\d+(\.\d+)?$/
const TEN_THOUSAND = 10_000

const SYMBOLS: Record<string, string> = { CNY: '¥' }

export const isDecimal = (text: string): boolean => DECIMAL.test(text)

/** Puts separators into a plain decimal text without touching its digits. */
export function grouped(decimal: string): string {
  const negative = decimal.startsWith('-')
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${negative ? '-' : ''}${thousands}${fraction === undefined ? '' : `.${fraction}`}`
}

/**
 * An amount as a cell of a list shows it: separators, the digits of its currency, no sign of currency (the head of the
 * column carries the unit). In 万元 it is rounded half up to two decimals, for display only.
 */
export function shownAmount(amount: string | null | undefined, unit: AmountUnit = 'one'): string {
  if (amount === null || amount === undefined || !isDecimal(amount)) return '—'
  if (unit === 'one') return grouped(amount)
  return grouped(new Exact(amount).div(TEN_THOUSAND).toFixed(2))
}

/** A number as it is read: without the zeros that only fill its places. */
export const shownNumber = (decimal: string | null | undefined): string =>
  decimal?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ?? '—'

/**
 * An amount that stands alone: ¥1,234.50, -¥60.00, USD 1,234.50. In 万元 the word for ten thousand stands behind it
 * (¥180.00万), because nothing else says that it is no amount in 元.
 */
export function shownMoney(
  amount: string | null | undefined,
  currency: string,
  unit: AmountUnit = 'one',
  tenThousand = '万',
): string {
  const text = shownAmount(amount, unit)
  if (text === '—') return text
  const sign = text.startsWith('-') ? '-' : ''
  const digits = `${text.replace('-', '')}${unit === 'one' ? '' : tenThousand}`
  const symbol = SYMBOLS[currency]
  return symbol === undefined ? `${currency} ${sign}${digits}` : `${sign}${symbol}${digits}`
}

/** From one amount up to, but not including, another; either may be open (empty). */
export function shownRange(from: string, to: string): string {
  const whole = (amount: string) => grouped(amount.replace(/\.0+$/, ''))
  if (from === '') return to === '' ? '—' : `< ${whole(to)}`
  return to === '' ? `≥ ${whole(from)}` : `${whole(from)}–${whole(to)}`
}

export const isNegative = (amount: string | null | undefined): boolean => amount?.startsWith('-') ?? false
export const isZero = (amount: string): boolean => isDecimal(amount) && new Exact(amount).isZero()
export const compare = (one: string, other: string): number => new Exact(one).comparedTo(other)

/** Exact sum; all amounts must be of one currency. */
export function sum(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0))
  return amounts.reduce((total, amount) => total.plus(amount), new Exact(0)).toFixed(digits)
}

export function minus(one: string, other: string): string {
  const digits = Math.max(one.split('.')[1]?.length ?? 0, other.split('.')[1]?.length ?? 0)
  return new Exact(one).minus(other).toFixed(digits)
}

/** part / whole as a decimal text with four places; nothing where the whole is zero. */
export function share(part: string, whole: string): string | null {
  const base = new Exact(whole)
  return base.isZero() ? null : new Exact(part).div(base).toFixed(4)
}

/** A share such as 0.9512 as 95.1%. */
export function shownShare(value: string | null | undefined, digits = 1): string {
  if (value === null || value === undefined || !isDecimal(value)) return '—'
  return `${new Exact(value).times(100).toFixed(digits)}%`
}

/** A share with all its digits: 0.7713 as 77.13%, 1 as 100%. */
export function exactShare(value: string | null | undefined): string {
  return value !== null && value !== undefined && isDecimal(value) ? `${new Exact(value).times(100).toFixed()}%` : '—'
}

/** For drawing only: charts and bars take numbers, and a pixel is coarser than any rounding. */
export function forDrawing(value: string | null | undefined): number {
  return value === null || value === undefined || !isDecimal(value) ? 0 : new Exact(value).toNumber()
}

const FULL_WIDTH_OFFSET = 0xfee0
const UNITS: Record<string, number> = { 万: 4, 亿: 8, 千: 3, 百: 2 }

const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uffe5', '\u00a5')

/**
 * What somebody typed or pasted as an amount, as a plain decimal text: "1,286,000.5", "128.6万", "¥1200", full-width
 * digits. Nothing if it is no amount, and nothing rather than a guess where separators do not stand at thousands.
 */
export function readAmount(typed: string): string | null {
  const text = halfWidth(typed)
    .replace(/[\s_]/g, '')
    .replace(/^(-?)(?:CNY|RMB|人民币|\u00a5)/i, '$1')
    .replace(/[元圆]整?$/, '')
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([万亿千百]*)$/.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = '', units = ''] = match
  const zeros = [...units].reduce((total, unit) => total + (UNITS[unit] ?? 0), 0)
  const value = new Exact(`${sign}${whole.replaceAll(',', '')}${fraction}`).times(new Exact(10).pow(zeros))
  return value.toFixed()
}

/** The number of decimals of a plain decimal text. */
export const decimals = (text: string): number => text.split('.')[1]?.replace(/0+$/, '').length ?? 0

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']
const LONGEST_WHOLE = 16

function fourDigits(group: string): string {
  let text = ''
  let zero = false
  for (const [index, digit] of [...group].entries()) {
    if (digit === '0') {
      zero = text !== ''
      continue
    }
    text += `${zero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[group.length - 1 - index]}`
    zero = false
  }
  return text
}

function wholeInWords(whole: string): string {
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0')
  const groups = padded.match(/\d{4}/g) ?? []
  let text = ''
  let gap = false
  for (const [index, group] of groups.entries()) {
    const words = fourDigits(group)
    if (words === '') {
      gap = text !== ''
      continue
    }
    const bridge = text !== '' && (gap || group.startsWith('0')) ? '零' : ''
    text += bridge + words + GROUPS[groups.length - 1 - index]
    gap = false
  }
  // 万亿 followed by 亿 says the 亿 once only.
  return text.replace(/万亿(?=.*亿)/, '万')
}

/**
 * 大写金额: the amount in the characters that cannot be altered by a stroke, for renminbi with fen. Refuses negative
 * amounts, more than two decimals, and anything from ten thousand 万亿 on.
 */
export function inWords(amount: string): string {
  if (!/^\d+(\.\d{1,2})?$/.test(amount)) throw new RangeError(`no amount to write out: ${amount}`)
  const [digits = '0', fraction = ''] = amount.split('.')
  const whole = digits.replace(/^0+/, '')
  if (whole.length > LONGEST_WHOLE) throw new RangeError(`too large to write out: ${amount}`)
  const [jiao, fen] = [...fraction.padEnd(2, '0')].map(Number) as [number, number]
  if (jiao === 0 && fen === 0) return `人民币${whole === '' ? '零' : wholeInWords(whole)}元整`
  const yuan = whole === '' ? '' : `${wholeInWords(whole)}元`
  const bridge = jiao === 0 && yuan !== '' ? '零' : ''
  return `人民币${yuan}${bridge}${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${fen > 0 ? `${DIGITS[fen]}分` : ''}`
}
