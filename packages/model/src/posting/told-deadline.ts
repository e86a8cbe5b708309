import {
  type CalendarDate,
  daysBetween,
  endOfShanghaiDay,
  toShanghaiDate,
} from "../calendar/shanghai-date.ts";
import type { TextSpan } from "./clause.ts";
import { datePattern, readDate } from "./read-date.ts";
import { maxValidityDays, validityEnd } from "./validity.ts";

/** The day until which offers are taken or an offer stands, and how many days off it is. */
export type ToldDeadline = { readonly day: CalendarDate; readonly days: number; readonly span: TextSpan };

const patterns = [
  // 投标截止 3月20日, 报价截止时间：2027年3月20日, 本报价有效期至3月20日
  `(?:投标|报价|报名|应征|应答|递交|征集|询价|响应|竞价|申报|接洽|有效)[^。；;\\n\\d]{0,12}(?:截止|截至|止|至|到)[^。；;\\n\\d]{0,8}(?<day>${datePattern})`,
  `截标[^。；;\\n\\d]{0,8}(?<day>${datePattern})`,
  // 请于3月20日前报价
  `(?<day>${datePattern})\\s?(?:\\d{1,2}[:：点时]\\d{0,2}分?)?\\s?(?:之?前|以前|止|截止)[^。；;，,\\n\\d]{0,8}(?:报价|投标|报名|递交|应征|响应|回复报|报到|提交)`,
  // bids until 20 March, offers must reach us by 20 March 2027
  `\\b(?:bids?|tenders?|offers?|quotations?|quotes?|proposals?|expressions? of interest|calls?|applications|submissions|responses|replies|rfqs?|registrations?)\\b[^.;\\n\\d]{0,32}?\\b(?:until|till|by|before|not? later than|due(?: on| by)?|deadline(?: is)?|clos(?:es?|ing)(?: on)?|open (?:until|till))(?: is|:)? ?(?:the )?(?<day>${datePattern})`,
  `\\b(?:closing date|bid deadline|deadline for (?:bids|offers|tenders|quotations|proposals)|(?:offer )?valid (?:until|till|through)|(?:kindly |please )?(?:(?:contact|write to|reach|call|mail) us|send (?:us )?(?:your |an? |the )?(?:best )?(?:offer|quotation|bid|proposal)|quote|bid|reply with (?:an )?offer|submit)[^.;\\n\\d]{0,48}\\b(?:by|before|until|not? later than))(?: is|:)? ?(?:the )?(?<day>${datePattern})`,
].map((pattern) => new RegExp(pattern, "giu"));

/**
 * The first day by which a text asks for offers or until which its own stands: a posting need not stand longer. Days of delivery are none,
 * nor what is over or more than the longest validity off. [PO31]
 * @example tellDeadline("投标截止 3月20日", "2027-03-01")?.days // 19
 */
export function tellDeadline(text: string, today: CalendarDate): ToldDeadline | null {
  return findDeadline(text, today, 1);
}

/**
 * When a posting ends that is published at an instant: that many days on, and at the latest with the day that its text tells, which may be
 * the day of publication. A day that is over by then ends nothing. [PO31]
 * @example postingEnd(new Date("2026-12-03T02:00:00Z"), 14, "投标截止 2026年12月15日") // 2026-12-15T15:59:59.999Z
 */
export function postingEnd(from: Date, days: number, text: string): Date {
  const end = validityEnd(from, days);
  const deadline = findDeadline(text, toShanghaiDate(from), 0);
  return deadline ? new Date(Math.min(end.getTime(), endOfShanghaiDay(deadline.day).getTime())) : end;
}

function findDeadline(text: string, today: CalendarDate, least: number): ToldDeadline | null {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): ToldDeadline[] => {
      const day = readDate(match.groups?.day ?? "", today);
      const days = day ? daysBetween(today, day) : 0;
      const span = { start: match.index, end: match.index + match[0].length };
      return day && days >= least && days <= maxValidityDays ? [{ day, days, span }] : [];
    }),
  );
  return found.sort((a, b) => a.span.start - b.span.start)[0] ?? null;
}
