import { address, type Query } from './http'
import { localProblem, Problem, problemOf } from './problem'

/** A file of the server. */
export interface Fetched {
  name: string
  content: Blob
}

const fileName = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? ''

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text()) as unknown
  } catch {
    return undefined
  }
}

/**
 * Fetches a whole file before it is saved: a link straight to the server would leave a refusal, or an answer that breaks
 * off, to the browser's list of downloads, where nobody reads why. Browsers keep large files of this kind on disk.
 */
export async function fetchFile(path: string, query: Query): Promise<Fetched> {
  try {
    const response = await fetch(address(path, query), { credentials: 'same-origin' })
    if (!response.ok) throw problemOf(response.status, await bodyOf(response))
    return { name: fileName(response), content: await response.blob() }
  } catch (error) {
    // Whatever else fails here failed on the way.
    throw error instanceof Problem ? error : localProblem('offline')
  }
}

/** Hands a file to the browser to save. */
export function save(file: Fetched): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file.content)
  link.download = file.name
  link.click()
  // Not at once: the browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
