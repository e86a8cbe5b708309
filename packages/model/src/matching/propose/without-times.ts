import { type OpenTime, readDates } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import type { Reading } from "../analyze/analyze-text.ts";
import { isBidDeadline } from "./tell-tender.ts";

const deliveryHead = /(?:[交供到发]货|交付|服务|供应)(?:期限?|时间|日期|周期)[为是:：\s|]{0,3}$/;

/** 2027年度…采购 where a line behind it tells the time of delivery: the year by which a purchase is called. [MT130] */
const isYearOfTitle = (text: string, { start, end }: Span, delivered: number): boolean =>
  delivered > end && /^20\d\d ?年度?$/.test(text.slice(start, end));

/** A text without the times of a second product, whose window is not the one of the first [MT103], and without the end of bidding [MT106]. */
export function withoutTimesOf(
  reading: Reading,
  secondOf: (place: Span) => string | undefined,
  today: string | undefined,
  isProposal: boolean,
): { readonly reading: Reading; readonly open: readonly OpenTime[] } {
  const { text } = reading.normal;
  const delivered = reading.times.findLast(({ start }) =>
    deliveryHead.test(text.slice(Math.max(0, start - 12), start)),
  );
  const others = reading.times.filter(
    (time) =>
      secondOf(time) !== undefined ||
      (isProposal && (isBidDeadline(text, time) || isYearOfTitle(text, time, delivered?.start ?? -1))),
  );
  const blank = others.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
  const { open, window } = readDates(blank, today);
  return { reading: others.length === 0 ? reading : { ...reading, window }, open };
}
