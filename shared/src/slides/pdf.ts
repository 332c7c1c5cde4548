/**
 * pdf.js, as the hub serves it: fetched with the first slides and never before. Nothing in a file is run: scripts of
 * PDFs are not part of it, and neither `eval` nor WebAssembly is asked for.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** What pdf.js looks up beside itself lies with the display's files; see display/pdfjs-files.ts. */
const BESIDE = '/display/pdfjs/';

export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = `${BESIDE}pdf.worker.min.mjs`;
  return getDocument({
    url: address,
    ...{ isEvalSupported: false, useWasm: false, enableXfa: false },
    ...{ cMapUrl: `${BESIDE}cmaps/`, standardFontDataUrl: `${BESIDE}standard_fonts/` },
    wasmUrl: `${BESIDE}wasm/`,
  }).promise;
}

/** Wider is not sharper on any wall, and takes memory. */
const WIDEST = 4_096;

/** A page drawn as large as it fits into `box` (CSS pixels), for a screen of `density`. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  box: { readonly width: number; readonly height: number },
  density: number,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const fit = Math.min(box.width / width, box.height / height);
  const scale = Math.min(fit * density, WIDEST / Math.max(width, height));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  // Whole pixels that the page fills: no edge of another colour.
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${(canvas.width * fit) / scale}px`;
  canvas.style.height = `${(canvas.height * fit) / scale}px`;
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  page.cleanup();
  return canvas;
}
