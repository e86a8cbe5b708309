/**
 * What is stored of a length or a count: itself up to 16, above that eight steps an octave, rounded down.
 * @example quantize(1000) // 960
 */
export function quantize(value: number): number {
  if (value < 16) return value;
  const shift = 28 - Math.clz32(value);
  return (value >>> shift) << shift;
}

/** A mean length as scores see it: rounded to a 64th of an octave, so that it stands still while few documents come. */
export function roundMean(mean: number): number {
  return mean <= 0 ? 1 : 2 ** (Math.round(Math.log2(mean) * 64) / 64);
}

/** The steps into which a saturated term frequency between 0 and 1 is rounded. */
export const saturationSteps = 4095;

/** A term frequency, normalised by length, after saturation: a whole number of steps. */
export function saturate(frequency: number, k1: number): number {
  return Math.round((saturationSteps * frequency) / (frequency + k1));
}
