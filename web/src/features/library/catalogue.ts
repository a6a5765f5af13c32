import type { LibraryLine } from '@/app/api/contract'

export type Tongue = 'zh' | 'en'

export interface Wanted {
  kind: string
  group: string
  text: string
}

export const keyOf = (line: LibraryLine): string => `${line.kind}/${line.code}`
export const nameOf = (line: LibraryLine, tongue: Tongue): string => (tongue === 'en' ? line.nameEn : line.nameZh)
export const aboutOf = (line: LibraryLine, tongue: Tongue): string => (tongue === 'en' ? line.aboutEn : line.aboutZh)

/** Templates of a kind and a group in which all the words stand, in whichever language. */
export function matching(lines: LibraryLine[], { kind, group, text }: Wanted): LibraryLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    const told = [line.nameZh, line.nameEn, line.aboutZh, line.aboutEn, line.code].join(' ').toLowerCase()
    return (
      (kind === '' || line.kind === kind) &&
      (group === '' || line.group === group) &&
      words.every((word) => told.includes(word))
    )
  })
}

export interface Chapter {
  group: string
  lines: LibraryLine[]
}

/** Templates by their groups, in the order of the groups; groups without any are left out. */
export function chapters(lines: LibraryLine[], order: string[]): Chapter[] {
  return order
    .map((group) => ({ group, lines: lines.filter((line) => line.group === group) }))
    .filter(({ lines: some }) => some.length > 0)
}

/** A tree with every text in both languages replaced by that in one. */
export function spoken(tree: unknown, tongue: Tongue): unknown {
  if (Array.isArray(tree)) return tree.map((one) => spoken(one, tongue))
  if (typeof tree !== 'object' || tree === null) return tree
  const members = Object.entries(tree)
  if (members.length === 2 && 'zh' in tree && 'en' in tree) return tree[tongue]
  return Object.fromEntries(members.map(([name, value]) => [name, spoken(value, tongue)]))
}
