/** How many pages a PDF has, asked of pdf.js: whatever it cannot open, no display could show. */
import { readFile } from 'node:fs/promises';
import { MOST_PAGES } from '@wenzheng/shared/forum/media';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';

export type PdfProblem = Extract<
  RefusalCode,
  'media.damaged' | 'media.encrypted' | 'media.too_many_pages'
>;
export type CountPages = (path: string) => Promise<number | PdfProblem>;

/** Opens the file in this thread. Rejects with what the system says. */
export const countPages: CountPages = async (path) => {
  const data = new Uint8Array(await readFile(path));
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // Beside it, and not in a thread that pdf.js would start by a path that a bundle does not have.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdf.getDocument({
    ...{ data, isEvalSupported: false, useSystemFonts: false },
    ...{ disableFontFace: true, stopAtErrors: false, verbosity: 0 },
  });
  try {
    const slides = await task.promise;
    if (slides.numPages > MOST_PAGES) return 'media.too_many_pages';
    await slides.getPage(1);
    return slides.numPages;
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException'
      ? 'media.encrypted'
      : 'media.damaged';
  } finally {
    await task.destroy();
  }
};
