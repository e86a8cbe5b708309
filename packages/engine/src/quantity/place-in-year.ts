import type { Span } from "../text/index.ts";
import type { DateAtom } from "./date-forms.ts";
import { dayText, yearFrom } from "./stretch.ts";

/** Late in a half year nobody knows which one is meant. */
export function hasBegun({ first, last }: DateAtom, today: string): boolean {
  return (
    last[0] - first[0] > 3 &&
    dayText(Number(today.slice(0, 4)), last) >= today &&
    Number(today.slice(5, 7)) > first[0] + 2
  );
}

/** The first of two months of which neither has a year is the next one, where words of delivery stand beside them. */
export function datedFrom(text: string, atom: DateAtom, next: DateAtom, today: string): DateAtom {
  const isOpen = today !== "" && atom.year === undefined && next.year === undefined && !atom.isNextYear;
  return isOpen && (isDelivered(text, atom) || isDelivered(text, next) || hasOwnClause(text, atom, next))
    ? { ...atom, year: yearFrom(atom, today) }
    : atom;
}

const deliveredBehind = /^(?:份|度|的)?[^,，。;；\d]{0,4}(?:交|[到进发提供]货?|装船|送|deliver|ship)/i;
const deliveredBefore =
  /(?:deliver\w*|ship\w*|suppl\w*|laycan|ETA|ETD|交货期?|交期|到货|发货|供货)[^,，。;；\d]{0,12}$/i;

/** 3月至12月 with a clause to itself: both months are named as such, and no other word says of what. */
function hasOwnClause(text: string, atom: DateAtom, next: DateAtom): boolean {
  return (
    /^\d{1,2}月/.test(text.slice(atom.start, atom.end)) &&
    /月$/.test(text.slice(next.start, next.end)) &&
    /(?:^|[,，;；。\n:：|])$/.test(text.slice(0, atom.start)) &&
    /^份? ?(?:$|[,，;；。\n|]|[每月]|[交供发到]货?)/.test(text.slice(next.end, next.end + 4))
  );
}

export function isDelivered(text: string, { start, end }: Span): boolean {
  // 分四个季度, 2、3月份: how many, and one of several.
  if (
    /^[一二三四]个/.test(text.slice(start, end)) ||
    /\d ?[、/~-]$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return false;
  return (
    deliveredBehind.test(text.slice(end, end + 12)) ||
    deliveredBefore.test(text.slice(Math.max(0, start - 26), start))
  );
}
