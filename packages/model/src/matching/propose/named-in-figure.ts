import { findConcept } from "../../chain/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/mention.ts";
import { dimensionOf } from "../quantity/chain-units.ts";

// HF≤30 ppm, DMC不溶物, as HF: what soils the goods or what that is counted as.
const soiling =
  /^ ?[)）]?(?:不溶|insoluble|计(?![划量价算])|残留|(?:含量)?(?:≤|<|不(?:高|大|超)[于过]|小于|低于|under |below |max |n\.m\.t\.? ?)[^,，。;；]{0,10}?(?:ppm|ppb|%)|[:：]? ?\d[\d.]* ?(?:ppm|ppb|mg\/kg))/i;
const countedAs = /(?:以|\bas |\bin )$/;
const soils = new Set(["mat.ele", "sme.deep"]);

/** Whether a solvent or a salt is named as what soils the goods, or as what that is counted as. */
export function isImpurity(text: string, { start, end, concept }: Mention): boolean {
  const isAdded = soils.has(findConcept(concept)?.stage ?? "");
  return (
    isAdded &&
    (soiling.test(text.slice(end, end + 30)) ||
      (countedAs.test(text.slice(start - 4, start)) && /^ ?[)）计]/.test(text.slice(end, end + 2))))
  );
}

/** A carbon footprint below 6 kg CO2e/kg is a figure of the goods, and no service that reckons it. */
export function isFootprint(
  { normal, quantities }: Reading,
  { start: from, end, concept }: Mention,
): boolean {
  return (
    concept === "svc-carbon" &&
    !/服务|核算|认证|核查|service|account|verif|calculat|LCA/i.test(normal.text.slice(from, end + 30)) &&
    quantities.some(
      ({ start, unit }) =>
        start >= end &&
        (dimensionOf({ unit }) ?? "").startsWith("carbon_") &&
        /^[^,，;；:：。\n.]{0,30}$/.test(normal.text.slice(end, start)),
    )
  );
}

/** 0.1C放电, discharge capacity: how a cell is measured, and nothing that is done to a spent one. */
export function isCycling(text: string, { start, end, concept }: Mention): boolean {
  if (concept !== "discharge") return false;
  return (
    /(?:\dC|℃|°C|[充倍自]|self[- ]|zero[- ]|kiln |waste(?:water)? ) ?$/i.test(
      text.slice(Math.max(0, start - 8), start),
    ) ||
    /^ ?(?:容量|保持|倍率|深度|平台|[≥≤>]|比|电流|温度|时|capacity|rate|current|at\b|of\b)/.test(
      text.slice(end, end + 9),
    )
  );
}

/** VC 2 %, 1.2 M LiPF6: what a mixture holds a small share of. */
export function isIngredient({ normal, quantities }: Reading, { start, end, concept }: Mention): boolean {
  // 云母精矿2.5%: the share of a mineral is its grade.
  if (findConcept(concept)?.link === "resource") return false;
  if (/\d ?(?:M|mol\/L|wt ?%) ?$/.test(normal.text.slice(Math.max(0, start - 12), start))) return true;
  return quantities.some(
    (quantity) =>
      quantity.start >= end &&
      quantity.start - end <= 1 &&
      // 电解液，1 wt% VC: a comma ends what the first is told by.
      !/[,，;；]/.test(normal.text.slice(end, quantity.start)) &&
      /^(?:mass )?%$/.test(quantity.unit ?? "") &&
      // Cobalt sulphate 20.5 % min: a least share is that of the goods.
      quantity.op !== ">=" &&
      Number(quantity.high ?? quantity.value) < 50,
  );
}
