import type { Random } from "../random.js";

/** Height and width of a glyph, in pixels. */
export const glyphSize = 28;

type Stroke = readonly (readonly [x: number, y: number])[];

/** The signs 0 … 9 as strokes in a unit square, y downwards. */
const signs: readonly (readonly Stroke[])[] = [
  [arc(0.5, 0.5, 0.26, 0.36, 0, 360)],
  [
    [
      [0.36, 0.28],
      [0.54, 0.12],
      [0.54, 0.88],
    ],
  ],
  [[...arc(0.5, 0.34, 0.24, 0.22, 190, 380), [0.28, 0.86], [0.76, 0.86]]],
  [arc(0.46, 0.31, 0.24, 0.19, 210, 440), arc(0.46, 0.68, 0.27, 0.19, 280, 510)],
  [
    [
      [0.58, 0.12],
      [0.24, 0.62],
      [0.8, 0.62],
    ],
    [
      [0.62, 0.4],
      [0.62, 0.9],
    ],
  ],
  [[[0.74, 0.14], [0.34, 0.14], [0.31, 0.48], ...arc(0.48, 0.65, 0.25, 0.22, 240, 500)]],
  [
    [
      [0.66, 0.12],
      [0.36, 0.42],
      [0.27, 0.66],
    ],
    arc(0.5, 0.67, 0.24, 0.21, 0, 360),
  ],
  [
    [
      [0.24, 0.14],
      [0.76, 0.14],
      [0.42, 0.88],
    ],
  ],
  [arc(0.5, 0.31, 0.2, 0.18, 0, 360), arc(0.5, 0.69, 0.25, 0.2, 0, 360)],
  [
    arc(0.5, 0.33, 0.23, 0.2, 0, 360),
    [
      [0.73, 0.34],
      [0.68, 0.62],
      [0.52, 0.88],
    ],
  ],
];

/** How many signs there are. */
export const glyphClasses = signs.length;

/** Points on an ellipse; angles in degrees, from the right, clockwise on the page. */
function arc(x: number, y: number, width: number, height: number, from: number, to: number): [number, number][] {
  const pieces = 12;
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const angle = ((from + ((to - from) * index) / pieces) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/**
 * Draws a sign, shifted, turned, sheared and scaled a little, with a pen of varying width.
 * @param noise deviation of each pixel's noise as a share of full brightness
 * @returns 28 × 28 values from 0 (paper) to 255 (ink), row by row
 */
export function drawGlyph(label: number, noise: number, random: Random): Float64Array {
  const place = distortion(random);
  const strokes = (signs[label] ?? []).map((stroke) => stroke.map(place));
  const pen = random.between(0.045, 0.07);
  const pixels = new Float64Array(glyphSize * glyphSize);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [((at % glyphSize) + 0.5) / glyphSize, (Math.floor(at / glyphSize) + 0.5) / glyphSize];
    const distance = Math.min(...strokes.map((stroke) => distanceTo(stroke, x, y)));
    const ink = Math.min(1, Math.max(0, (pen - distance) * glyphSize + 0.5));
    const value = 255 * (ink + noise * random.normal());
    pixels[at] = Math.round(Math.min(255, Math.max(0, value)));
  }
  return pixels;
}

function distortion(random: Random): (point: readonly [number, number]) => [number, number] {
  const angle = random.between(-0.2, 0.2);
  const [size, shear] = [random.between(0.75, 0.98), random.between(-0.15, 0.15)];
  const [shiftX, shiftY] = [random.between(-0.07, 0.07), random.between(-0.07, 0.07)];
  const [cosine, sine] = [size * Math.cos(angle), size * Math.sin(angle)];
  return ([x, y]) => {
    const [across, down] = [x - 0.5 + shear * (y - 0.5), y - 0.5];
    return [0.5 + shiftX + cosine * across - sine * down, 0.5 + shiftY + sine * across + cosine * down];
  };
}

function distanceTo(stroke: Stroke, x: number, y: number): number {
  let nearest = Infinity;
  for (let index = 1; index < stroke.length; index++) {
    const [x0 = 0, y0 = 0] = stroke[index - 1] ?? [];
    const [x1 = 0, y1 = 0] = stroke[index] ?? [];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x0 + along * dx - x, y0 + along * dy - y));
  }
  return nearest;
}
