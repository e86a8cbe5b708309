import type { Span } from "@lilink/engine/text";
import sensesJson from "../data/other-senses.json" with { type: "json" };
import { type Label, listLabels } from "./label-table.ts";

type Node = { readonly next: Map<string, Node>; readonly labels: Label[] };

export type LabelHit = Span & { readonly concepts: readonly string[] };

const letterOrDigit = /[A-Za-z0-9]/;
const plural = /^(?:es|s)(?![A-Za-z0-9])/;

const otherSenses = sensesJson.map(({ name, near, unless }) => ({
  name,
  near: new RegExp(near, "i"),
  unless: unless === undefined ? null : new RegExp(unless, "i"),
}));

let root: Node | undefined;

function newNode(): Node {
  return { next: new Map(), labels: [] };
}

function fold(character: string): string {
  return character === "-" ? " " : character.toLowerCase();
}

function tree(): Node {
  if (root) return root;
  root = newNode();
  for (const label of listLabels()) {
    let node = root;
    for (const character of label.text) {
      const step = fold(character);
      const child: Node = node.next.get(step) ?? newNode();
      node.next.set(step, child);
      node = child;
    }
    node.labels.push(label);
  }
  return root;
}

/**
 * The labels of the chain in a normal text, leftmost first and longest at each place. Latin words only as whole words
 * (a plural s allowed), short abbreviations only in their own case. [MT3]
 */
export function findLabels(text: string): readonly LabelHit[] {
  const hits: LabelHit[] = [];
  for (let start = 0; start < text.length; ) {
    const hit = isInsideWord(text, start) || isDecimal(text, start) ? undefined : longestAt(text, start);
    if (hit && hit.concepts.length > 0) hits.push(hit);
    start = hit ? hit.end : start + 1;
  }
  return hits;
}

function isInsideWord(text: string, start: number): boolean {
  return letterOrDigit.test(text.charAt(start)) && letterOrDigit.test(text.charAt(start - 1));
}

const digits = "zero|oh|one|two|three|four|five|six|seven|eight|nine";
const spokenPoint = new RegExp(
  `(?:${digits}|ten|eleven|twelve|teen|ty|hundred|thousand) point (?:(?:${digits}) )*$`,
  "i",
);

/** Twenty-one point eight one one: digits behind a spoken point are decimals and no grade. */
function isDecimal(text: string, start: number): boolean {
  return text.charAt(start - 1) === " " && spokenPoint.test(text.slice(Math.max(0, start - 40), start));
}

function longestAt(text: string, start: number): LabelHit | undefined {
  let node: Node | undefined = tree();
  let best: LabelHit | undefined;
  for (let end = start; end < text.length && node; ) {
    node = node.next.get(fold(text.charAt(end)));
    end += 1;
    const meant = node ? meaningOf(node, text, start, end) : null;
    if (meant === null) continue;
    const last = endOfWord(text, end);
    if (last !== undefined && !isCutCompound(text, end)) best = { start, end: last, concepts: meant };
  }
  return best && isOtherSense(text, best) ? undefined : best;
}

const nearSense = 30;

/** EPC总包, LC at sight: an engineering contract and a letter of credit share their letters with names of the chain. [MT3] */
function isOtherSense(text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end).toUpperCase();
  const around = text.slice(Math.max(0, start - nearSense), end + nearSense);
  return otherSenses.some((one) => one.name === name && one.near.test(around) && !one.unless?.test(around));
}

/** Null where no label ends; nothing for a name that is none of the chain, as graphene. */
function meaningOf(node: Node, text: string, start: number, end: number): readonly string[] | null {
  const fitting = node.labels.filter((label) => !label.exactCase || label.text === text.slice(start, end));
  if (fitting.length === 0) return null;
  return fitting.length === 1
    ? (fitting[0]?.concepts ?? [])
    : [...new Set(fitting.flatMap((label) => label.concepts))];
}

const goesOn = /^(?:[.,]\d| ?(?:[%‰±]|mol\b|pp[mb]\b|mg\b))/;

/** A name that ends in digits does not go on as a number: Ni 90 is a grade, Ni 98.9 % a share and Ni 90 ppm a trace. */
function endOfWord(text: string, end: number): number | undefined {
  if (/\d/.test(text.charAt(end - 1)) && /^[,，、/]? ?(?:Co|Mn|Al|钴|锰) ?\d/.test(text.slice(end, end + 6)))
    return undefined;
  if (/\d/.test(text.charAt(end - 1)) && goesOn.test(text.slice(end, end + 5))) return undefined;
  if (!letterOrDigit.test(text.charAt(end - 1)) || !letterOrDigit.test(text.charAt(end))) return end;
  const suffix = plural.exec(text.slice(end, end + 3));
  return suffix && /[A-Za-z]/.test(text.charAt(end - 1)) ? end + suffix[0].length : undefined;
}

/** 磷酸铁锂 is LFP: a salt whose name goes on with 锂 is another substance. */
function isCutCompound(text: string, end: number): boolean {
  return (
    text.charAt(end) === "锂" &&
    /[铁锰镍钴钛铝酸]/.test(text.charAt(end - 1)) &&
    text.charAt(end + 1) !== "电"
  );
}
