/** What a projected page needs of its browser: full screen on `f`, and no pointer on the picture. */

const HIDE_POINTER_MS = 3_000;

export function toggleFullscreenOnKey(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser may deny it (a kiosk already fills the screen); the picture is the same either way.
  done.catch(() => undefined);
}

/** Hides the pointer over `element` while it rests; answers how to stop that. */
export function hidePointer(element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    element.style.cursor = '';
    clearTimeout(timer);
    timer = setTimeout(() => (element.style.cursor = 'none'), HIDE_POINTER_MS);
  };
  moved();
  element.addEventListener('pointermove', moved);
  return () => {
    clearTimeout(timer);
    element.removeEventListener('pointermove', moved);
  };
}
