import { parseUnit } from "../../chain/index.ts";

/** `unit`: of an amount, the unit that its head names. */
export type Column = { readonly op?: ">=" | "<=" | "="; readonly isUnit?: boolean; readonly unit?: string };

// Blanks beside Han are gone: 指标 min is one cell.
const least = /^\p{Script=Han}*(?:min(?:imum|\.)?|下限|最[小低]值?|≥|不低于)$/iu;
const most = /^\p{Script=Han}*(?:max(?:imum|\.)?|上限|最[大高]值?|≤|不高于)$/iu;
const usual =
  /^(?:typ(?:ical|\.)?|典型值?|标准值?|目标值?|实测值?|指标值?|要求|value|target|actual|measured)$/i;
const unitHead = /^(?:单位|unit|uom)s?$/i;

const amountHead =
  /^(?:[采求订]购|需求|供[应货]|招标|年|月|计划)?(?:数量|用?量)(?:[(（]([^)）]{1,8})[)）]|\/(\S{1,6}))$|^(?:(?:order|annual|monthly|required) )?(?:quantity|qty|amount|volume)\.?(?: ?[(（[]([^)）\]]{1,10})[)）\]]|(?:,| in) ([a-z/]{1,10}))$/i;

/** What the head of a column says of its numbers: a limit, what is usual, that it holds units, or the unit of an amount. */
export function columnOf(cell: string): Column {
  if (least.test(cell)) return { op: ">=" };
  if (most.test(cell)) return { op: "<=" };
  if (unitHead.test(cell)) return { isUnit: true };
  const named = amountHead.exec(cell)?.slice(1).find(Boolean);
  const unit = named === undefined ? undefined : parseUnit(/^m\.?t\.?$/i.test(named) ? "t" : named)?.id;
  if (unit !== undefined) return { unit };
  return usual.test(cell) ? { op: "=" } : {};
}
