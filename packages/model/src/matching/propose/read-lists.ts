import type { Quantity } from "@lilink/engine/quantity";
import { parseUnit } from "../../chain/index.ts";
import elementsJson from "../data/elements.json" with { type: "json" };

const anyElement = elementsJson.map(({ names }) => names).join("|");
// A symbol is none inside a word: Co in Company.
const element = `(?<![A-Za-z酸化氧])(?:${anyElement})(?![a-z])(?:含量)?`;
const link =
  "(?:[\\s:：≤≥<>=为约在于]|不高于|不超过|不大于|小于|低于|控制|不得?超过?|should|shall|must|may|not|exceed(?:ing)?|no|more|less|than|to|be|are|stays?|kept|remain|under|over|above|below|at|most|is|max|of|with|别超)*";
const joint = "[)）]?(?:以?内|以下)?\\s?(?:[,，、;；/+|]|和|与|及|以及)?\\s?(?:and |with )?";
const headed = new RegExp(`${element}${link}$`);
const goesOn = new RegExp(`^${joint}${element}${link}$`);
const shared = /^(?:fraction|concentration|mole_fraction|density)$/;
const listUnit = /^(?:fraction|concentration|mole_fraction|density|length)$/;
const longestGap = 30;

type ElementRow = { readonly attribute: string | null; readonly names: string; readonly content?: string };
const elements = (elementsJson as readonly ElementRow[]).map(({ names, ...row }) => ({
  ...row,
  name: new RegExp(`^(?:${names})$`),
}));
const head = `(?:${element}|(?<![A-Za-z])D(?:10|50|90)(?!\\d)|(?<![\\p{Script=Han}])(?:酸度|游离酸|水[分份]))`;
const someHeads = new RegExp(
  `((?:${head}(?:\\s?(?:[,，、/]|和|与|及| and |\\s)\\s?)?){2,})(?:must |should |shall |may |are |is |to |应|须|需)*(各|均|都|分别|依次|each|both)?(?:${link}|不|均|各|都|[做控压降]制?[到在])*$`,
  "u",
);
const otherHeads: Readonly<Record<string, string>> = {
  D10: "d10",
  D50: "d50",
  D90: "d90",
  酸度: "acid_hf",
  游离酸: "acid_hf",
};
const traces = new Set(elementsJson.map(({ attribute }) => attribute));
const eachBehind = /^[^,，。;；\n\d]{0,8}(?:, ?)?\b(each|respectively)\b/i;
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
  const settled = [...shareLists(text, quantities)];
  for (let first = 0; first < settled.length; ) {
    let last = first;
    while (isRow(text, settled[last], settled[last + 1])) last += 1;
    const row = settled.slice(first, last + 1);
    if (row.length > 1 && isHeaded(text, row[0])) {
      for (const [index, each] of row.entries()) {
        const lead = row[index - 1];
        // Water should not exceed 20 ppm, chloride 2 ppm: a limit goes on in a row, unless others of it are only stated: Ni 21 %, Al < 3 %, F 1 %.
        const isMixed = row.slice(0, index).some(({ op, explicit }) => op === "=" && !explicit);
        if (lead && isLimit(lead) && !isMixed && !each.explicit && (each.unit === lead.unit || isBare(each)))
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

/** The numbers that a row of heads stands before, as many as there are heads: Ni, Co and Mn of 60, 20 and 20 mol%. */
type HeadList = {
  readonly heads: string;
  readonly ids: readonly string[];
  readonly word: string;
  readonly numbers: readonly Quantity[];
};

function headListAt(
  text: string,
  quantities: readonly Quantity[],
  index: number,
  isContent = false,
): HeadList | null {
  const quantity = quantities[index];
  if (!quantity) return null;
  const match = someHeads.exec(text.slice(Math.max(0, quantity.core.start - 60), quantity.core.start));
  if (!match) return null;
  const heads = match[1] ?? "";
  const ids = attributesOf(heads, isContent);
  const listed = quantities.slice(index, index + ids.length);
  const isList = ids.length > 1 && listed.length === ids.length && isOneList(text, listed);
  const last = (isList ? listed.at(-1) : undefined) ?? quantity;
  const behind = eachBehind.exec(text.slice(last.end, last.end + 30))?.[1];
  return { heads, ids, word: (match[2] ?? behind)?.toLowerCase() ?? "", numbers: isList ? listed : [] };
}

/** Of as many numbers as heads the unit at the end and the limit at the start are those of all. */
function shareLists(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const settled = [...quantities];
  for (const index of quantities.keys()) {
    const [first, ...others] = headListAt(text, quantities, index)?.numbers ?? [];
    const unit = others.at(-1)?.unit ?? null;
    // 铜铝各不超0.5,一吨一万二: a tonne is no unit of a content or of a size.
    if (!first || unit === null || !listUnit.test(parseUnit(unit)?.dimension ?? "")) continue;
    for (const [at, each] of [first, ...others].entries()) {
      if (each.doubt !== undefined && each.doubt !== "unit_missing") continue;
      const { doubt: _settled, ...sure } = each;
      const limit = first.explicit && (first.op === "<=" || first.op === ">=") && !each.explicit;
      settled[index + at] = {
        ...sure,
        unit: each.unit ?? unit,
        ...(limit ? { op: first.op, explicit: true } : {}),
      };
    }
  }
  return settled;
}

/**
 * The attributes of numbers that are said of several elements at once: 钙镁各10ppm is of both, 钠、镁≤50、20ppm of one after the
 * other. [MT80]
 * @param isContent whether elements are parts of the goods, as of black mass [MT102]
 */
export function sharedHeads(
  text: string,
  quantities: readonly Quantity[],
  isContent = false,
): ReadonlyMap<Quantity, readonly string[]> {
  if (quantities.length === 0) return nothing;
  const heads = new Map<Quantity, readonly string[]>();
  for (const [index, quantity] of quantities.entries()) {
    const list = headListAt(text, quantities, index, isContent);
    if (!list) continue;
    if (unjoined.test(list.heads)) heads.set(quantity, []);
    const isOrder = /分别|依次|respectively/.test(list.word);
    if (isOrder || (list.word === "" && list.numbers.length > 0 && !unjoined.test(list.heads))) {
      for (const [at, each] of list.numbers.entries()) heads.set(each, fitOf(list.ids[at] ?? "", each));
    } else if (list.word !== "" || isOfEach(list.heads, quantity))
      heads.set(
        quantity,
        // What no attribute stands for is named too.
        list.ids.flatMap((id) => (id === "" ? [id] : fitOf(id, quantity))),
      );
  }
  return heads;
}

/** More than a hundredth is a part of the goods, of which the chain knows nickel alone. */
function fitOf(id: string, { value, unit }: Quantity): readonly string[] {
  const isPart = /%$/.test(unit ?? "") && Number(value) > 1;
  if (id === "" || !isPart || !traces.has(id)) return id === "" ? [] : [id];
  return id === "ni" ? ["ni_content"] : [];
}

/** Ca、Mg≤8ppm is a limit of each; Ca+Mg≤8ppm, and 钙镁≤8ppm without a joint, may be one of the sum. */
function isOfEach(list: string, { op }: Quantity): boolean {
  return op === "<=" && joined.test(list);
}

/** In the order of the text; empty for an element that no attribute stands for. */
function attributesOf(list: string, isContent: boolean): readonly string[] {
  return [...list.matchAll(new RegExp(head, "gu"))].map(([name]) => {
    const row = elements.find((one) => one.name.test(name.replace("含量", "")));
    return otherHeads[name] ?? (isContent ? row?.content : undefined) ?? row?.attribute ?? "";
  });
}

/** Whether numbers stand in one list, nothing but a joint between each two. */
export function isOneList(text: string, listed: readonly Quantity[]): boolean {
  return listed.every((each, index) => {
    const next = listed[index + 1];
    return !next || /^\s?(?:[,，、/]|和|与|及| and ){1,2}\s?$/.test(text.slice(each.end, next.core.start));
  });
}
