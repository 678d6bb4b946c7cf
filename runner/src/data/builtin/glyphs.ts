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
  const pieces = (signs[label] ?? []).flatMap((stroke) => piecesOf(stroke.map(place)));
  const pen = random.between(0.045, 0.07);
  const distances = squaredDistances(pieces, pen + 1 / glyphSize);
  return distances.map((square) => {
    const ink = Math.min(1, Math.max(0, (pen - Math.sqrt(square)) * glyphSize + 0.5));
    return Math.round(Math.min(255, Math.max(0, 255 * (ink + noise * random.normal()))));
  });
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

/** A straight piece of a stroke: where it begins, how far it goes, and the square of its length. */
interface Piece {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly square: number;
}

function piecesOf(stroke: Stroke): Piece[] {
  return stroke.slice(1).map(([toX, toY], index) => {
    const [x, y] = stroke[index] ?? [toX, toY];
    const [dx, dy] = [toX - x, toY - y];
    return { x, y, dx, dy, square: dx * dx + dy * dy || 1 };
  });
}

/** From each pixel's middle to the nearest piece, squared; infinite where no piece is within reach. */
function squaredDistances(pieces: readonly Piece[], reach: number): Float64Array {
  const nearest = new Float64Array(glyphSize * glyphSize).fill(Infinity);
  for (const piece of pieces) {
    const [left, right] = pixelsAlong(piece.x, piece.dx, reach);
    const [top, bottom] = pixelsAlong(piece.y, piece.dy, reach);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const at = row * glyphSize + column;
        nearest[at] = Math.min(nearest[at] ?? Infinity, squaredDistance(piece, (column + 0.5) / glyphSize, (row + 0.5) / glyphSize));
      }
  }
  return nearest;
}

/** The first and last pixel in one direction that a piece from `start` over `length` can reach. */
function pixelsAlong(start: number, length: number, reach: number): readonly [number, number] {
  const [low, high] = [Math.min(start, start + length) - reach, Math.max(start, start + length) + reach];
  return [Math.max(0, Math.floor(low * glyphSize)), Math.min(glyphSize - 1, Math.floor(high * glyphSize))];
}

function squaredDistance({ x: fromX, y: fromY, dx, dy, square }: Piece, x: number, y: number): number {
  const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / square));
  const [awayX, awayY] = [fromX + along * dx - x, fromY + along * dy - y];
  return awayX * awayX + awayY * awayY;
}
