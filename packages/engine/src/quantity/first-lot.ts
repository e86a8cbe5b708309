import type { Span } from "../text/index.ts";

const firstLot =
  /(?:首[批单车柜船]|第一[批单车柜船]|头[批一]批?)[^,，。;；\n\d]{0,10}(?:\d[\d.]* ?(?:万?吨|kg|公斤|t)[^,，。;；\n\d]{0,6})?$|\b(?:first|initial) (?:[a-z]+ )?(?:lots?|shipments?|deliver(?:y|ies)|batch(?:es)?|consignments?|parcels?|instal?ments?|call-?offs?|containers?|vessels?|cargo(?:es)?)\b[^,.;\n\d]{0,30}$/i;
const firstLotBehind = /^[^,，。;；\n\d]{0,6}(?:首[批单]|第一批|头批)/;

/**
 * Whether a day is that of a first lot, which is no end of the whole amount. [MT41]
 * @example isOfFirstLot("first lot by 15 March", { start: 13, end: 21 }) // true
 */
export function isOfFirstLot(text: string, { start, end }: Span): boolean {
  return (
    firstLot.test(text.slice(Math.max(0, start - 48), start)) ||
    firstLotBehind.test(text.slice(end, end + 10))
  );
}
