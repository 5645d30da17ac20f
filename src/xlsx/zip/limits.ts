/**
 * How much a file may unpack to. Sizes are counted in bytes after inflating.
 * A 100,000 x 20 sheet takes about 85 MB of XML, so these leave ample room for real workbooks while a file made to
 * exhaust memory is refused early.
 */
export interface ZipLimits {
  /** Largest single part. */
  readonly part: number;
  /** All parts together. */
  readonly total: number;
  /** Largest inflated-to-compressed ratio, asked only of parts above `ratioFrom`. */
  readonly ratio: number;
  /** Small parts of blank styled rows pack extremely well; below this size the ratio says nothing. */
  readonly ratioFrom: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: ZipLimits = {
  part: 512 * MEBIBYTE,
  total: 1024 * MEBIBYTE,
  ratio: 250,
  ratioFrom: 64 * MEBIBYTE,
};

/** The limit that a part exceeds by unpacking to this size; undefined when it exceeds none. */
export function exceededLimit(
  size: number,
  compressedSize: number,
  limits: ZipLimits,
): "part" | "ratio" | undefined {
  // A part that packs too well tells more than its size.
  if (size > limits.ratioFrom && size > compressedSize * limits.ratio) return "ratio";
  return size > limits.part ? "part" : undefined;
}
