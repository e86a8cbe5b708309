import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import type { NamedThing } from "./head-table.ts";

/** A quantity's own words in its text. */
type Words = { readonly text: string; readonly left: Span; readonly right: Span };

// 95 % of the nickel, 锂浸出率97%, 镍72个系数: what is done to an element is no content of the goods.
const deedOfElement =
  /recover|\byield|leach|\breturn|\bbring|extract|\bpaya?|[回返]收?率|收率|浸出|返还|损失|系数|计价|按[^,，]{0,4}折/i;
const ofElement = /^ ?of (?:the |all )?[A-Za-z]/i;
const nearDeed = 24;
// Retired packs are packs as well.
const madeInto = /^mat\.(?:cell|pack)/;

/** Whether a share of an element is a part of the goods beside it: in ppm only where nothing else is named. [MT102] */
export function isContent(
  { unit }: Quantity,
  of: RegExp,
  { text, left: { start, end }, right }: Words,
  things: readonly NamedThing[],
): boolean {
  const left =
    text
      .slice(start, end)
      .split(/[,，;；]/)
      .at(-1) ?? "";
  if (deedOfElement.test(left) || ofElement.test(text.slice(right.start, right.end))) return false;
  const around = text.slice(Math.max(0, start - nearDeed), right.end + nearDeed);
  if (unit === null && deedOfElement.test(around)) return false;
  const goods = things.filter(({ isProduct, isAside }) => isProduct && !isAside);
  const nearest = goods.filter(({ isBeside }) => isBeside);
  const last =
    nearest.length > 0 ? nearest : goods.filter(({ isLast, stage }) => isLast && !madeInto.test(stage));
  const owners = last.length > 0 ? last : goods;
  const isOf = ({ id }: NamedThing) => of.test(id);
  return owners.length > 0 && (/^pp[mb]$/.test(unit ?? "") ? goods.every(isOf) : owners.some(isOf));
}
