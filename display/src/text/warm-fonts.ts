/**
 * The bundled font comes in a hundred pieces by range of characters. A screen that shows what people
 * write cannot know which it will need, so it loads them all, one after another, while nothing waits.
 */
export async function warmFonts(fonts: FontFaceSet): Promise<void> {
  for (const face of [...fonts]) {
    try {
      await face.load();
    } catch {
      // A piece that cannot be had now is asked for again when a character needs it.
      continue;
    }
  }
}
