import type { Quantity } from "@lilink/engine/quantity";
import { parseUnit } from "../../chain/index.ts";
import elementsJson from "../data/elements.json" with { type: "json" };

const anyElement = elementsJson.map(({ names }) => names).join("|");
// A symbol is none inside a word: Co in Company.
const element = `(?<![A-Za-z酸化氧])(?:${anyElement})(?![a-z])(?:含量)?`;
const link =
  "(?:[\\s:：≤≥<>=为约在于]|不高于|不超过|不大于|小于|低于|控制|should|shall|must|not|exceed|no|more|less|than|to|be|under|below|at|is|max|of|with|别超)*";
const joint = "[)）]?(?:以?内|以下)?\\s?(?:[,，、;；/+]|和|与|及|以及)?\\s?(?:and |with )?";
const headed = new RegExp(`${element}${link}$`);
const goesOn = new RegExp(`^${joint}${element}${link}$`);
const shared = /^(?:fraction|concentration|mole_fraction|density)$/;
const longestGap = 30;

const isElementOf = elementsJson.flatMap(({ attribute, names }) =>
  attribute === null ? [] : [{ attribute, name: new RegExp(`^(?:${names})$`) }],
);
const someElements = new RegExp(
  `((?:${element}(?:\\s?(?:[,，、/]|和|与|及| and |\\s)\\s?)?){2,})(各|均|分别|依次|each|both)?(?:${link}|不|均|各)*$`,
);
const eachBehind = /^[^,，。;；\n\d]{0,8}\b(each|respectively)\b/i;
const joined = new RegExp(`^${element}(?:\\s?(?:[,，、/]|和|与|及| and )\\s?${element})+\\s?$`);
const unjoined = new RegExp(`^${element}${element}$`);
const nothing: ReadonlyMap<Quantity, readonly string[]> = new Map();

/**
 * Of elements in a row the unit is said once: Ni 60, Co 20, Mn 20 mol%; Cl 1ppm以内，SO4 10以内. A number without one has that of the
 * number before it in the row, else of the next that has one. [MT80]
 */
export function shareUnits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const isBare = ({ unit, doubt }: Quantity) =>
    unit === null && (doubt === undefined || doubt === "unit_missing");
  const settled = [...quantities];
  for (let first = 0; first < settled.length; ) {
    let last = first;
    while (isRow(text, settled[last], settled[last + 1])) last += 1;
    const row = settled.slice(first, last + 1);
    if (row.length > 1 && isHeaded(text, row[0])) {
      for (const [index, each] of row.entries()) {
        const lead = row[index - 1];
        // Water should not exceed 20 ppm, chloride 2 ppm: a limit goes on in a row.
        if (lead && isLimit(lead) && !each.explicit && (each.unit === lead.unit || isBare(each)))
          row[index] = settled[first + index] = { ...each, op: lead.op, explicit: true };
        if (!isBare(each)) continue;
        const giver =
          row.slice(0, index).findLast(isShared) ??
          row.slice(index).find((next) => isShared(next) && mayLend(next, each));
        const { doubt: _settled, ...sure } = row[index] ?? each;
        if (giver) settled[first + index] = { ...sure, unit: giver.unit };
      }
    }
    first = last + 1;
  }
  return settled;
}

function isLimit({ op, explicit, doubt }: Quantity): boolean {
  return explicit && doubt === undefined && (op === "<=" || op === ">=");
}

function isShared({ unit, doubt }: Quantity): boolean {
  return doubt === undefined && unit !== null && shared.test(parseUnit(unit)?.dimension ?? "");
}

/** LiOH 56.5, CO2 0.35, Na 50 ppm: parts of a million are said of traces and not in decimals. */
function mayLend({ unit }: Quantity, { value }: Quantity): boolean {
  return !/^pp[mb]$/.test(unit ?? "") || !value.includes(".");
}

function isRow(text: string, first: Quantity | undefined, second: Quantity | undefined): boolean {
  if (!first || !second || second.core.start - first.end > longestGap) return false;
  return goesOn.test(text.slice(first.end, second.core.start));
}

function isHeaded(text: string, first: Quantity | undefined): boolean {
  return (
    first !== undefined &&
    headed.test(text.slice(Math.max(0, first.core.start - longestGap), first.core.start))
  );
}

/**
 * The attributes of numbers that are said of several elements at once: 钙镁各10ppm is of both, 钠、镁分别≤50、20ppm of one after the
 * other. [MT80]
 */
export function sharedHeads(
  text: string,
  quantities: readonly Quantity[],
): ReadonlyMap<Quantity, readonly string[]> {
  if (quantities.length === 0) return nothing;
  const heads = new Map<Quantity, readonly string[]>();
  for (const [index, quantity] of quantities.entries()) {
    const left = text.slice(Math.max(0, quantity.core.start - 60), quantity.core.start);
    const match = someElements.exec(left);
    if (!match) continue;
    if (unjoined.test(match[1] ?? "")) heads.set(quantity, []);
    const ids = attributesOf(match[1] ?? "");
    const listed = quantities.slice(index, index + ids.length);
    const isList = listed.length === ids.length && isOneList(text, listed);
    const last = (isList ? listed.at(-1) : undefined) ?? quantity;
    const behind = eachBehind.exec(text.slice(last.end, last.end + 30))?.[1];
    const word = (match[2] ?? behind)?.toLowerCase() ?? "";
    if (/分别|依次|respectively/.test(word)) {
      if (isList) for (const [at, each] of listed.entries()) heads.set(each, ids[at] ? [ids[at]] : []);
    } else if (word !== "" || isOfEach(match[1] ?? "", quantity))
      heads.set(
        quantity,
        ids.filter((id) => id !== ""),
      );
  }
  return heads;
}

/** Ca、Mg≤8ppm is a limit of each; Ca+Mg≤8ppm, and 钙镁≤8ppm without a joint, may be one of the sum. */
function isOfEach(list: string, { op }: Quantity): boolean {
  return op === "<=" && joined.test(list);
}

/** In the order of the text; empty for an element that no attribute stands for. */
function attributesOf(list: string): readonly string[] {
  return [...list.matchAll(new RegExp(element, "g"))].map(
    ([name]) => isElementOf.find((row) => row.name.test(name.replace("含量", "")))?.attribute ?? "",
  );
}

function isOneList(text: string, listed: readonly Quantity[]): boolean {
  return listed.every((each, index) => {
    const next = listed[index + 1];
    return !next || /^\s?(?:[,，、/]|和|与|及| and ){1,2}\s?$/.test(text.slice(each.end, next.core.start));
  });
}
