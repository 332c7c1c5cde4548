/** The tracking code as a picture for the photo album; nothing but a canvas is needed. */
const WIDTH = 720;
const HEIGHT = 800;
const MARGIN = 60;
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif';

export interface CodePicture {
  readonly title: string;
  readonly label: string;
  readonly tracking: string;
  readonly number: string;
  readonly text: string;
  readonly hint: string;
  readonly address: string;
}

/** Draws the picture and answers it as a data URL; null where the browser has no canvas. */
export function drawCode(picture: CodePicture): string | null {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const colour = colours();
  const ink = colour('--ink');
  const muted = colour('--muted');
  const write = writer(pen);

  pen.fillStyle = colour('--paper');
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = colour('--accent');
  pen.fillRect(0, 0, WIDTH, 12);
  const title = write(picture.title, { y: 96, size: 34, weight: 700, ink, lines: 2 });
  write(picture.label, { y: title + 76, size: 30, weight: 400, ink: muted, lines: 1 });
  write(picture.tracking, { y: title + 196, size: 116, weight: 700, ink, lines: 1 });
  pen.fillStyle = colour('--line');
  pen.fillRect(MARGIN, title + 244, WIDTH - 2 * MARGIN, 2);
  write(picture.number, { y: title + 306, size: 30, weight: 400, ink: muted, lines: 1 });
  write(picture.text, { y: title + 358, size: 32, weight: 500, ink, lines: 4 });
  write(picture.hint, { y: HEIGHT - 132, size: 26, weight: 400, ink: muted, lines: 2 });
  write(picture.address, { y: HEIGHT - 54, size: 26, weight: 400, ink: muted, lines: 1 });
  return canvas.toDataURL('image/png');
}

interface Ink {
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
  readonly lines: number;
}

/** Writes text over several lines; answers the baseline of the last. */
function writer(pen: CanvasRenderingContext2D): (text: string, ink: Ink) => number {
  return (text, { y, size, weight, ink, lines }) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = ink;
    const all = fold(pen, text);
    const shown = all.slice(0, lines);
    const step = size * 1.45;
    shown.forEach((line, place) => {
      const cut = place === lines - 1 && all.length > lines;
      pen.fillText(
        cut ? `${line.slice(0, -1)}\u2026` : line,
        MARGIN,
        y + place * step,
        WIDTH - 2 * MARGIN,
      );
    });
    return y + (shown.length - 1) * step;
  };
}

/** Breaks between any two Chinese characters, and between words of other scripts. */
function fold(pen: CanvasRenderingContext2D, text: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(/[\w'-]+\s?|[^]/gu) ?? []) {
      if (line !== '' && pen.measureText(line + piece).width > WIDTH - 2 * MARGIN) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
    lines.push(line);
  }
  return lines;
}

function colours(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(name).trim();
}
