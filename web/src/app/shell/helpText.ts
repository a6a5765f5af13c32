export type Inline = { kind: 'text' | 'strong' | 'em' | 'code'; text: string }
export type Block =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'text'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }

const MARK = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/

function inline(text: string): Inline[] {
  return text
    .split(MARK)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { kind: 'strong', text: part.slice(2, -2) }
      if (part.startsWith('*') && part.length > 2) return { kind: 'em', text: part.slice(1, -1) }
      if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) }
      return { kind: 'text', text: part }
    })
}

function listOf(lines: string[], ordered: boolean): Block {
  const items: string[] = []
  for (const line of lines) {
    const start = /^(?:[-*]|\d+\.)\s+(.*)/.exec(line)
    if (start?.[1] !== undefined) items.push(start[1])
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return { kind: 'list', ordered, items: items.map(inline) }
}

function blockOf(lines: string[]): Block {
  const first = lines[0] ?? ''
  const heading = /^(#{1,4})\s+(.*)/.exec(first)
  if (heading?.[1] && heading[2]) return { kind: 'heading', level: heading[1].length, parts: inline(heading[2]) }
  if (/^[-*]\s/.test(first)) return listOf(lines, false)
  if (/^\d+\.\s/.test(first)) return listOf(lines, true)
  return { kind: 'text', parts: inline(lines.join(' ')) }
}

/** The small part of Markdown that our manual pages use, as data: nothing of it can become markup by accident. */
export function blocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(blockOf)
}
