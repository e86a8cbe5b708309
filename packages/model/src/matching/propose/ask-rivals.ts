import type { Quantity } from "@lilink/engine/quantity";
import type { PostingFigure } from "../../posting/index.ts";
import type { NamedFigure } from "./bind-figure.ts";

export type Sorted = {
  readonly figure: PostingFigure;
  readonly quantity: Quantity;
  readonly by: NamedFigure["by"];
  readonly gap?: string;
};

const total = /(?:总|合计|total|overall)[^,，。;；\d]{0,8}$/i;

/** Of one attribute that is stated anew with another size, the limit is what is asked for; of two statements nobody knows which, and of two limits that are not one stretch neither. */
export function askRivals(
  text: string,
  figures: readonly Sorted[],
): { kept: readonly Sorted[]; asked: readonly Sorted[] } {
  const byAttribute = new Map<string, Sorted[]>();
  for (const one of figures)
    byAttribute.set(one.figure.attribute, [...(byAttribute.get(one.figure.attribute) ?? []), one]);
  const isStated = ({ figure: { op } }: Sorted) => op === "=" || op === "about";
  const isTotal = ({ quantity: { core } }: Sorted) =>
    total.test(text.slice(Math.max(0, core.start - 14), core.start));
  const isRival = (one: Sorted): boolean => {
    const others = (byAttribute.get(one.figure.attribute) ?? []).filter(
      (other) => other !== one && other.figure.value !== one.figure.value,
    );
    // A figure that has its noun is not put in doubt by one that has none.
    const rivals = one.by === "topic" ? others : others.filter(({ by }) => by !== "topic");
    if (rivals.length === 0 || isTotal(one)) return false;
    return one.by === "topic" || isStated(one) || rivals.some((other) => other.figure.op === one.figure.op);
  };
  const asked = new Set(figures.filter(isRival));
  return { kept: figures.filter((one) => !asked.has(one)), asked: [...asked] };
}
