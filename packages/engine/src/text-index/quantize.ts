/** How many levels a count or length can have: itself up to 15, then eight an octave. */
export const levelCount = 256;

/**
 * The level of a count or length: exact below 16, above that eight steps an octave, rounded down.
 * @example valueOfLevel(levelOf(1000)) // 960
 */
export function levelOf(value: number): number {
  if (value < 16) return value;
  const shift = 28 - Math.clz32(value);
  return 8 * shift + (value >>> shift);
}

export function valueOfLevel(level: number): number {
  if (level < 16) return level;
  const shift = (level >>> 3) - 1;
  return ((level & 7) | 8) << shift;
}

/** A mean length as scores see it: rounded to a 64th of an octave, so that it stands still while few documents come. */
export function roundMean(mean: number): number {
  return mean <= 0 ? 1 : 2 ** (Math.round(Math.log2(mean) * 64) / 64);
}

/** The steps into which a saturated term frequency between 0 and 1 is rounded. */
export const saturationSteps = 4080;

/** A term frequency, normalised by length, after saturation: a whole number of steps. */
export function saturate(frequency: number, k1: number): number {
  return Math.round((saturationSteps * frequency) / (frequency + k1));
}
