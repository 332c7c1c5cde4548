/** A photo as it goes to the hub: upright, no longer than a page is read at, without what a camera adds to it. */
import { LARGEST_PHOTO } from '@wenzheng/shared/forum/slips';

/** Handwriting of an A6 slip can still be read (pixels). */
const LONGEST_SIDE = 1_600;
/** One after another until it is small enough. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/** A JPEG; null if this browser sees no picture in `file`. */
export async function scaledPhoto(file: Blob): Promise<Blob | null> {
  const image = await pictureIn(file);
  if (!image) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  let made: Blob | null = null;
  for (const quality of QUALITIES) {
    made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (made && made.size <= LARGEST_PHOTO) break;
  }
  return made;
}

async function pictureIn(file: Blob): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch {
    return null; // told as no photo
  } finally {
    URL.revokeObjectURL(url);
  }
}
