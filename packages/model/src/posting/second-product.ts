/** What was read of a text, as far as it tells a second product. */
export type ReadProducts = {
  readonly concepts: readonly { readonly value: string; readonly span: { readonly start: number } }[];
  readonly asked: readonly {
    readonly value: { readonly product?: string };
    readonly span: { readonly start: number };
  }[];
};

/**
 * The product beside the first that a text goes on with, or null; in the draft of the second one the first is none. [MT103]
 * @example secondProduct(proposeDraft("求购电池级碳酸锂60吨。另外还要电池级氢氧化锂20吨。"), "li2co3-batt") // "lioh-batt"
 */
export function secondProduct({ concepts, asked }: ReadProducts, concept: string): string | null {
  const first = concepts.find(({ value }) => value === concept);
  if (!first) return null;
  const isBehind = (product: string | undefined) =>
    product !== concept &&
    concepts.some(({ value, span }) => value === product && span.start > first.span.start);
  const other = asked.find(({ value }) => isBehind(value.product));
  return other?.value.product ?? null;
}
