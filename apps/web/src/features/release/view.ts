/** How figures are named is the same on the page and in every file. */
export * from "@lilink/documents/release";

/** The indicator with the most published figures, the first of several: a release opens where there is most to read. */
export function fullestOf(
  tables: readonly { readonly indicator: string; readonly published: number }[],
): string | null {
  const sums = new Map<string, number>();
  for (const { indicator, published } of tables) sums.set(indicator, (sums.get(indicator) ?? 0) + published);
  const [fullest] = [...sums].reduce<readonly [string, number][]>(
    (best, one) => ((best[0]?.[1] ?? -1) < one[1] ? [one] : best),
    [],
  );
  return fullest?.[0] ?? null;
}
