/**
 * The slides that a screen shows: a page is drawn before it is shown, the ones around it before they are asked for, and
 * whatever stands there stays until the next can take its place.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { drawPage, openPdf } from './pdf';

export interface Wish {
  /** Where the file is read. */
  readonly address: string;
  /** From 1. */
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

export interface Drawn {
  readonly address: string;
  readonly page: number;
  readonly canvas: HTMLCanvasElement;
}

interface DrawnPage {
  readonly number: number;
  readonly drawing: Promise<HTMLCanvasElement>;
}

/** Pages that are kept on either side of the one that is shown. */
const AROUND = 2;
const AGAIN_MS = 5_000;

export class Deck {
  #drawn = $state.raw<Drawn | null>(null);
  #missing = $state.raw<string | null>(null);
  #open: { readonly address: string; readonly pdf: Promise<PDFDocumentProxy> } | null = null;
  #pages: readonly DrawnPage[] = [];
  #size = '';
  #wish: Wish | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  /** What can be shown now. */
  get drawn(): Drawn | null {
    return this.#drawn;
  }
  /** The address that could not be read. */
  get missing(): string | null {
    return this.#missing;
  }

  /** Asks for a page; null: none is wanted, and nothing is kept. */
  want(wish: Wish | null): void {
    this.#wish = wish;
    clearTimeout(this.#again);
    if (wish) void this.#draw(wish);
    else this.#close();
  }

  async #draw(wish: Wish): Promise<void> {
    this.#prepare(wish);
    const opened = this.#open;
    try {
      const pdf = await opened?.pdf;
      if (!pdf || this.#wish !== wish) return;
      const canvas = await this.#page(pdf, wish, wish.page);
      if (this.#wish !== wish) return;
      this.#drawn = { address: wish.address, page: wish.page, canvas };
      this.#missing = null;
      for (const page of [wish.page + 1, wish.page - 1])
        if (page >= 1 && page <= pdf.numPages && this.#wish === wish)
          await this.#page(pdf, wish, page);
      this.#forgetFar(wish.page);
    } catch {
      // Whatever it is (no file, no network, no PDF), the screen says so, and asks again after a while.
      if (this.#open === opened) this.#close();
      if (this.#wish !== wish) return;
      this.#missing = wish.address;
      this.#again = setTimeout(() => this.want(wish), AGAIN_MS);
    }
  }

  #prepare({ address, width, height, density }: Wish): void {
    if (this.#open?.address !== address) {
      this.#close();
      this.#open = { address, pdf: openPdf(address) };
      // Awaited by whoever draws; here nobody waits for it.
      this.#open.pdf.catch(() => undefined);
    }
    const size = `${width} ${height} ${density}`;
    if (size !== this.#size) this.#pages = [];
    this.#size = size;
  }

  #page(pdf: PDFDocumentProxy, wish: Wish, number: number): Promise<HTMLCanvasElement> {
    const there = this.#pages.find((each) => each.number === number);
    if (there) return there.drawing;
    const drawing = drawPage(pdf, number, wish, wish.density);
    this.#pages = [...this.#pages, { number, drawing }];
    return drawing;
  }

  #forgetFar(page: number): void {
    this.#pages = this.#pages.filter(({ number }) => Math.abs(number - page) <= AROUND);
  }

  #close(): void {
    void this.#open?.pdf.then((pdf) => pdf.destroy()).catch(() => undefined);
    this.#open = null;
    this.#pages = [];
    this.#drawn = null;
  }
}
