import { getDocument, GlobalWorkerOptions, version, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

// Everything comes from our own origin, and nothing is compiled at run time: the policy for content allows neither.
GlobalWorkerOptions.workerSrc = worker
const PARTS = `/assets/pdf-${version}/`

export type Pages = PDFDocumentProxy

/** Opens a PDF; scripts, forms and links in it stay what they are: pictures of themselves. */
export const openPages = (data: ArrayBuffer): Promise<Pages> =>
  getDocument({
    data,
    cMapUrl: `${PARTS}cmaps/`,
    cMapPacked: true,
    wasmUrl: `${PARTS}wasm/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
  }).promise

interface Drawing {
  done: Promise<void>
  cancel: () => void
}

/** Draws one page onto a canvas; a page that is drawn over is given up. */
export async function draw(pages: Pages, number: number, zoom: number, canvas: HTMLCanvasElement): Promise<Drawing> {
  const page = await pages.getPage(number)
  const sharp = Math.min(window.devicePixelRatio || 1, 2)
  const viewport = page.getViewport({ scale: zoom * sharp })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.width = `${String(Math.floor(viewport.width / sharp))}px`
  canvas.style.height = `${String(Math.floor(viewport.height / sharp))}px`
  const task = page.render({ canvas, viewport })
  return { done: task.promise, cancel: () => task.cancel() }
}
