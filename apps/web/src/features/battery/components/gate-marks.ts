const steps = [0.02, 0.05, 0.1, 0.2] as const;
/** More marks than these run into one another. */
const most = 6;

/**
 * Round shares between two, few enough that their texts stand apart.
 * @example gateMarks(0.66, 0.85) // [0.7, 0.75, 0.8, 0.85]
 */
export function gateMarks(low: number, high: number): readonly number[] {
  const step = steps.find((one) => (high - low) / one <= most) ?? 0.2;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toFixed(2)),
  );
}
