import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { terms } from './terms'
import { chinese as zh, english as en } from '@/testing/texts'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, before = ''): Map<string, string> {
  const result = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const name = before === '' ? key : `${before}.${key}`
    if (typeof value === 'string') result.set(name, value)
    else flat(value, name).forEach((text, inner) => result.set(inner, text))
  }
  return result
}

const chinese = flat(zh as Tree)
const english = flat(en as Tree)
const source = path.resolve(import.meta.dirname, '../..')

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return files(full)
    return /\.(ts|vue)$/.test(entry.name) && !/\.test\.ts$|locale\//.test(full) ? [full] : []
  })

/** Keys written out in full; those put together at run time are found by their beginning. */
function used(): { key: string; file: string }[] {
  return files(source).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /['"`]((?:app|kit|customerfile|receivable|insight|integration|identity|audittrail|secrecy|calendar|notification|policy|forms|document|viewer|workflow|library)\.[\w.$\-{}]+)['"`]/g,
      ),
    ]
      .map((match) => ({ key: match[1] ?? '', file: path.relative(source, file) }))
      .filter(
        ({ key }) =>
          !/\.(read|write|import|manage|assess|check|classify|decide|release|grant|grant-any|draft|approve|number|download|act|design|publish|letter|template|[A-Za-z]+\.value)$/.test(
            key,
          ),
      ),
  )
}

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('are there for every key that the code asks for', () => {
    const missing = used().filter(({ key }) => {
      const start = key.split('${')[0] ?? key
      return key.includes('${') ? ![...chinese.keys()].some((name) => name.startsWith(start)) : !chinese.has(key)
    })
    expect(missing).toEqual([])
  })

  it('ask for the same values in both languages', () => {
    const values = (text: string | undefined) => [...new Set((text ?? '').match(/\{\w+\}/g) ?? [])].sort()
    const differing = [...chinese].filter(([key, text]) => values(text).join() !== values(english.get(key)).join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('are never empty, and the Chinese ones carry no exclamation marks', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
    expect([...chinese.values(), ...english.values()].filter((text) => /[!\uff01]/.test(text))).toEqual([])
  })

  it('in Chinese carry Chinese punctuation', () => {
    const han =
      /[\u3400-\u9fff]\s*[,;:?](?!\w)|[,;:?]\s*[\u3400-\u9fff]|[\u3400-\u9fff],|[\u3400-\u9fff]\s?[()]|[()]\s?[\u3400-\u9fff]/
    expect([...chinese].filter(([, text]) => han.test(text))).toEqual([])
  })

  it('compile in both languages', () => {
    for (const [locale, messages] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const i18n = createI18n({ legacy: false, locale, messages: { [locale]: messages } })
      for (const key of chinese.keys()) expect(() => i18n.global.t(key, 2)).not.toThrow()
    }
  })

  it('use the glossary: its terms are known and each has one Chinese word', () => {
    const words = new Map(terms)
    expect(words.get('ageing')).toBe('账龄')
    expect(chinese.get('app.page.ageing')).toBe(words.get('ageing'))
    expect(chinese.get('customerfile.column.grade')).toBe(words.get('grade'))
    expect(chinese.get('customerfile.column.limit')).toBe(words.get('credit limit'))
    expect(new Set(terms.map(([term]) => term)).size).toBe(terms.length)
  })
})
