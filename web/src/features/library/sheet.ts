/** What a letter's template says (函件版式), as data: nothing of it can become markup by accident. */

export interface Piece {
  kind: 'text' | 'field' | 'break'
  text: string
}
export interface Cell {
  align: string
  pieces: Piece[]
}
export interface Row {
  /** Whether it stands for many rows. */
  each: boolean
  cells: Cell[]
}
export interface Block {
  kind: string
  align: string
  pieces: Piece[]
  rows: Row[]
}

const FIELD = /(\{\{[^{}]*\}\})/

function said(text: string, nameOf: (code: string) => string): Piece[] {
  return text
    .replace(/\s*\n\s*/g, '')
    .split(FIELD)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{{')
        ? { kind: 'field', text: nameOf((part.slice(2, -2).split('|')[0] ?? '').trim()) }
        : { kind: 'text', text: part },
    )
}

const pieces = (element: Element, nameOf: (code: string) => string): Piece[] =>
  [...element.childNodes].flatMap((node): Piece[] =>
    node.nodeName === 'BR' ? [{ kind: 'break', text: '' }] : said(node.textContent ?? '', nameOf),
  )

const alignOf = (element: Element): string => element.getAttribute('align') ?? ''

/** The parts of a template from top to bottom. */
export function sheet(body: string, nameOf: (code: string) => string): Block[] {
  const page = new DOMParser().parseFromString(body, 'text/html')
  return [...page.body.children].map((element) => {
    const table = element.nodeName === 'TABLE'
    return {
      kind: element.nodeName.toLowerCase(),
      align: alignOf(element),
      pieces: table ? [] : pieces(element, nameOf),
      rows: [...element.querySelectorAll('tr')].map((row) => ({
        each: row.hasAttribute('data-each'),
        cells: [...row.children].map((cell) => ({ align: alignOf(cell), pieces: pieces(cell, nameOf) })),
      })),
    }
  })
}
