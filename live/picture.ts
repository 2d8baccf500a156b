/** Pictures made anew before they leave: smaller, and without what a camera wrote into them, such as where it was. */

const longestSide = 2000;
const quality = 0.86;
/** Animations and drawings would lose by it; what is nothing else is left to the desk to judge. */
const anew = ['image/jpeg', 'image/png', 'image/webp'];

/** The file itself where it can't be read as a picture. */
export async function remade(file: Blob): Promise<Blob> {
  if (!anew.includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    draw(picture, longestSide, canvas);
    // A photograph as JPEG; whatever may have see-through parts stays PNG.
    const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
    return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))) ?? file;
  } catch {
    return file;
  }
}

/** No side longer than that. */
export function draw(picture: ImageBitmap, longest: number, canvas: HTMLCanvasElement): void {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
