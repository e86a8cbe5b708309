export type Column = { readonly op?: ">=" | "<=" | "="; readonly isUnit?: boolean };

// Blanks beside Han are gone: 指标 min is one cell.
const least = /^\p{Script=Han}*(?:min(?:imum|\.)?|下限|最[小低]值?|≥|不低于)$/iu;
const most = /^\p{Script=Han}*(?:max(?:imum|\.)?|上限|最[大高]值?|≤|不高于)$/iu;
const usual =
  /^(?:typ(?:ical|\.)?|典型值?|标准值?|目标值?|实测值?|指标值?|要求|value|target|actual|measured)$/i;
const unitHead = /^(?:单位|unit|uom)s?$/i;

/** What the head of a column says of its numbers: a limit, what is usual, or that it holds units. */
export function columnOf(cell: string): Column {
  if (least.test(cell)) return { op: ">=" };
  if (most.test(cell)) return { op: "<=" };
  if (unitHead.test(cell)) return { isUnit: true };
  return usual.test(cell) ? { op: "=" } : {};
}
