/**
 * Keeps a screen on. Over plain HTTP there is no wake lock API; a tiny muted video that plays a canvas does the
 * same on most devices. Whether it holds stands on the page's element, where the readiness check reads it.
 */
export function keepAwake(): () => void {
  return 'wakeLock' in navigator ? holdWakeLock(navigator.wakeLock) : playSilentVideo();
}

const mark = (holds: boolean): void =>
  void (document.documentElement.dataset.awake = String(holds));

export const isKeptAwake = (): boolean => document.documentElement.dataset.awake === 'true';

function holdWakeLock(wakeLock: WakeLock): () => void {
  let held: WakeLockSentinel | null = null;
  const request = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    // Refused on a low battery, for example: the screen then follows the device's own setting.
    held = await wakeLock.request('screen').catch(() => null);
    mark(held !== null);
    held?.addEventListener('release', () => mark(false));
  };
  const again = (): void => void request();
  again();
  document.addEventListener('visibilitychange', again);
  return () => {
    document.removeEventListener('visibilitychange', again);
    void held?.release();
  };
}

function playSilentVideo(): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 2;
  const paint = canvas.getContext('2d');
  if (!paint || !('captureStream' in canvas)) return () => undefined;
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('aria-hidden', 'true');
  Object.assign(video.style, {
    ...{ position: 'fixed', right: '0', bottom: '0', width: '2px', height: '2px' },
    ...{ opacity: '0.01', pointerEvents: 'none' },
  });
  video.srcObject = canvas.captureStream(1);
  document.body.append(video);
  const play = (): void =>
    void video.play().then(
      () => mark(true),
      () => mark(false),
    );
  const frames = setInterval(() => paint.fillRect(0, 0, 2, 2), 1_000);
  // Browsers that want a gesture before playing get one with the first press.
  document.addEventListener('pointerdown', play);
  play();
  return () => {
    clearInterval(frames);
    document.removeEventListener('pointerdown', play);
    video.remove();
  };
}
