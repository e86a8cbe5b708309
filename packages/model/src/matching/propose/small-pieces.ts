import { wordsBeside } from "../analyze/words-beside.ts";
import type { Proposed, Unassigned } from "./propose-fields.ts";

const packs =
  /袋|桶|箱|罐|每[包托]|包装|\b(?:big[- ])?bags?\b|\bdrums?\b|\bbox|\bpallets?\b|\bpacked\b|\bpackag/i;
const samples = /样品?|试料|\bsamples?\b|\btrials?\b/i;
const clauseEnd = /[,，、。;；\n]|\. /;
const nearPack = 20;
export const nearSample = 24;
// A package or a sample holds at most so much; more is an amount of goods, whatever it is packed in.
const mostOfPiece: Readonly<Record<string, number>> = { g: 2e6, kg: 2000, t: 2, L: 2000, mL: 2e6, m3: 2 };

/** What stands beside a quantity in its own clause. */
export function around(text: string, span: Proposed<Unassigned>["span"], reach: number): string {
  return wordsBeside(text, span, clauseEnd, reach);
}

const isSmall = ({ value, high, unit }: Unassigned): boolean =>
  Number(high ?? value) <= (mostOfPiece[unit] ?? Number.NaN);

/** Whether it is what one package holds. */
export const isOfPack = (text: string, { value, span, source }: Proposed<Unassigned>): boolean =>
  (isSmall(value) || /^\d+ ?(?:kg|公斤|千克|g|克|L|升) ?\//i.test(source)) &&
  packs.test(around(text, span, nearPack));

/** Whether it is a sample. */
export const isOfSample = (text: string, { value, span }: Proposed<Unassigned>): boolean =>
  isSmall(value) && samples.test(around(text, span, nearSample));
