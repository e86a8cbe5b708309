import {
  type CalendarDate,
  daysBetween,
  endOfShanghaiDay,
  shiftDate,
  shiftMonths,
  toShanghaiDate,
} from "../calendar/shanghai-date.ts";
import type { TextSpan } from "./clause.ts";
import { datePattern, monthName, monthOf, readDate } from "./read-date.ts";
import { readSpokenDay, spokenDay } from "./told-weekday.ts";
import { maxValidityDays, validityEnd } from "./validity.ts";

/** The day until which offers are taken or an offer stands, and how many days off it is. */
export type ToldDeadline = { readonly day: CalendarDate; readonly days: number; readonly span: TextSpan };

/** The end of a month by its name: 12月底, the end of January. */
const monthEnd = `(?:(?:\\d{4}\\s?年)?\\s?\\d{1,2}\\s?月[底末]|end of ${monthName}(?: \\d{4}(?!\\d))?|christmas)`;
/** Friday 18 December, 周五（12月18日）: the date says which one. */
const ofWeek =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?|(?:周|星期|礼拜)[一二三四五六日天]\\s?[(（]?)";
const day = `(?:${ofWeek}(?:${datePattern})[)）]?|${datePattern}|${monthEnd}|${spokenDay})`;
/** A month of its own ends with its last day where a time ends with it: from February to August 2027. */
const month = `(?:\\d{4}\\s?年\\s?\\d{1,2}\\s?月(?!\\s?\\d)[底末]?|${monthName} \\d{4}(?!\\d))`;
const hour = "(?:\\s?(?:[上下]午|中午|晚上?|下班|\\d{1,2}[:：点时]\\d{0,2}分?)){0,2}";
const answered =
  "报价|投标|报名|递交|应征|响应|回复|答复|回执|反馈|回信|回话|回我|给(?:我们?)?个?(?:价|答复|回复|信|准信|反馈)|报(?:个?价|到)|提交|联系|确认|发(?:我|来|给我)?报价";
const patterns = [
  // 投标截止 3月20日, 报价截止时间：2027年3月20日, 本报价有效期至3月20日
  `(?:投标|报价|报名|应征|应答|递交|征集|询价|响应|竞价|申报|接洽|有效|回复|答复|反馈)[^。；;\\n\\d]{0,12}(?:截止|截至|止|至|到)[^。；;\\n\\d]{0,8}?(?<day>${day})`,
  `截标[^。；;\\n\\d]{0,8}(?<day>${day})`,
  // 请于3月20日前报价, 这周五下班前给个答复
  `(?<day>${day})${hour}\\s?(?:之?前|以前|止|截止)[^。；;，,\\n\\d]{0,8}(?:${answered})`,
  // 本周五前有效, 12月18日前有效
  `(?<day>(?:[本这]个?)?(?:周|星期|礼拜)[一二三四五六日天]|${datePattern})${hour}\\s?(?:之?前|以前)有效`,
  // 请于12月31日前把单位简介、基础条件发至…
  `(?<day>${day})${hour}\\s?(?:之?前|以前)[^。；;\\n]{0,4}(?:把|将)[^。；;\\n]{2,40}?(?:发[至到给送]|寄[至到给]|提交|报送|递交)`,
  // bids until 20 March, offers must reach us by 20 March 2027
  `\\b(?:bids?|tenders?|offers?|quotations?|quotes?|proposals?|expressions? of interest|calls?|applications|submissions|responses|replies|answers|rfqs?|registrations?)\\b[^.;\\n\\d]{0,32}?\\b(?:until|till|by|before|not? later than|due(?: on| by)?|deadline(?: is)?|clos(?:es?|ing)(?: on)?|open (?:until|till))(?: is|:)? ?(?:the )?(?<day>${day})`,
  `\\b(?:closing date|bid deadline|deadline for (?:bids|offers|tenders|quotations|proposals|replies|answers)|(?:offer )?(?:valid|firm) (?:until|till|through)|(?:kindly |please )?(?:(?:contact|write to|reach|call|mail) us|send (?:us )?(?:your |an? |the )?(?:best )?(?:offer|quotation|bid|proposal|price)|quote|bid|reply with (?:an )?offer|submit)(?:[^.;\\n\\d]|\\d+ ?k?g\\b){0,48}\\b(?:by|before|until|not? later than))(?: is|:)? ?(?:the )?(?<day>${day})`,
  // Please reply by 12 December, let us have your price by Friday; what the writers will answer themselves is none.
  `(?<!\\b(?:we|i|they|will|shall|would|can|could|to|must|not|is|are) )\\b(?:reply|respond|answer|revert|get back to (?:us|me)|come back to (?:us|me)|let (?:us|me) (?:know|have)|give (?:us|me)|(?:hear|an? (?:answer|reply)) from you|feedback)\\b[^.;\\n\\d]{0,40}?\\b(?:by|before|until|till|not? later than|latest(?: by)?)(?: on|:)? ?(?:the )?(?<day>${day})`,
  // By Friday please reply.
  `\\bby (?:the )?(?<day>${day}),? (?:please |kindly )(?:reply|respond|answer|quote|send (?:us )?(?:your |an? |the )?(?:best )?(?:offer|quotation|bid|proposal|price))`,
  // Get in touch before Christmas.
  `\\b(?:get|be) in touch\\b[^.;\\n\\d]{0,24}?\\b(?:by|before|until|not? later than)(?: the)? (?<day>${day})`,
  // 氢锂12月底前都行: until when goods are to be had.
  `(?<day>${day})\\s?(?:之?前|以前)(?:都|均|皆)?(?:行|可以?|有货|能发|出完|清完|提完|处理完)`,
  // Free capacity until 31 August 2027, 富余产能至2027年8月.
  `\\b(?:free|spare|idle|open|available|tolling) capacity\\b[^.;\\n]{0,48}?\\b(?:until|till|through|to) (?:the )?(?<day>${month}|${day})`,
  `(?:富余|空余|闲置|剩余|空闲)产能[^。；;\\n]{0,24}?(?:至|到|—|~)\\s?(?<day>${month}|${day})`,
].map((pattern) => new RegExp(pattern, "giu"));

// 月底前有效, offer valid till the end of the month: the end of the month or the year in which it is said.
const endOf = [
  /(?<![\d〇零一二三四五六七八九十次下明后去前上几])(?<of>[本这当]?[月年])[底末]之?前?(?:有效|截止|报价|联系)/gu,
  /(?:有效期?|报价|截止)[^,，。;；\n\d]{0,4}(?:至|到)(?<of>[本这当]?[月年])[底末]/gu,
  /\b(?:valid|firm) (?:until|till|through|to) (?:the )?end of (?:the |this )?(?<of>month|year)\b/gi,
];
// 报价有效期7天, valid for 7 days.
const lasting = [
  /(?:报价|本价|此价|价格|信息)有效期?(?:为|[:：])? ?(?<count>\d{1,3}) ?(?:个?工作)?[天日]/gu,
  /\b(?:offers?|prices?|quotes?|quotations?|bids?)\b[^.;\n\d]{0,30}?\b(?:valid(?:ity)?|firm)(?: period)?(?: for| of| is|:)? (?<count>\d{1,3}) (?:calendar |working )?days\b/gi,
];

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
 * @param writtenOn the day from which "by Friday" counts; else that of the instant
 * @example postingEnd(new Date("2026-12-03T02:00:00Z"), 14, "投标截止 2026年12月15日") // 2026-12-15T15:59:59.999Z
 */
export function postingEnd(from: Date, days: number, text: string, writtenOn?: CalendarDate): Date {
  const end = validityEnd(from, days);
  const today = toShanghaiDate(from);
  const deadline = findDeadline(text, writtenOn ?? today, 0);
  return deadline && deadline.day >= today
    ? new Date(Math.min(end.getTime(), endOfShanghaiDay(deadline.day).getTime()))
    : end;
}

function lastDayOf(month: string): CalendarDate {
  return shiftDate(shiftMonths(`${month}-01`, 1), -1);
}

const onlyMonth = new RegExp(`^(?:${monthEnd}|${month})$`, "i");

/** The last day of a month that words name as an end, the next one where they name no year; null of other words. */
function readMonthEnd(words: string, today: CalendarDate): CalendarDate | null {
  if (!onlyMonth.test(words.trim())) return null;
  if (/christmas/i.test(words)) return readDate("25 December", today);
  const year = /\d{4}/.exec(words)?.[0];
  const name = /(?:end of )?([a-z]{3,})/i.exec(words)?.[1] ?? "";
  const at = name ? monthOf(name) : Number(/(\d{1,2})\s?月/.exec(words)?.[1]);
  if (!(at >= 1 && at <= 12)) return null;
  const of = (inYear: string) => lastDayOf(`${inYear}-${String(at).padStart(2, "0")}`);
  const first = of(year ?? today.slice(0, 4));
  return year || first >= today ? first : of(String(Number(today.slice(0, 4)) + 1));
}

function findDeadline(text: string, today: CalendarDate, least: number): ToldDeadline | null {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): ToldDeadline[] => {
      const words = (match.groups?.day ?? "").replace(
        new RegExp(`^${ofWeek}(?=\\d|[a-z]{3,9} \\d)`, "i"),
        "",
      );
      const day = readSpokenDay(words, today) ?? readMonthEnd(words, today) ?? readDate(words, today);
      const days = day ? daysBetween(today, day) : 0;
      const span = { start: match.index, end: match.index + match[0].length };
      return day && days >= least && days <= maxValidityDays ? [{ day, days, span }] : [];
    }),
  );
  const spoken = [
    ...endOf.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => {
        const isYear = /年|year/i.test(match.groups?.of ?? "");
        return { match, day: lastDayOf(isYear ? `${today.slice(0, 4)}-12` : today.slice(0, 7)) };
      }),
    ),
    ...lasting.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        match,
        day: shiftDate(today, Number(match.groups?.count)),
      })),
    ),
  ].flatMap(({ match, day }): ToldDeadline[] => {
    const days = daysBetween(today, day);
    const span = { start: match.index, end: match.index + match[0].length };
    return days >= least && days <= maxValidityDays ? [{ day, days, span }] : [];
  });
  return [...found, ...spoken].sort((a, b) => a.span.start - b.span.start)[0] ?? null;
}
