import type { NoticeKind } from "@lilink/model/notice";
import { createTranslator } from "../create-translator.ts";
import { formatDate } from "../format/date.ts";
import { formatPeriod } from "../format/period.ts";
import { readerHalf } from "../format/reader-half.ts";
import type { Locale } from "../locale.ts";

export type NoticeText = {
  readonly title: string;
  readonly body: string;
  /** What to do about it, as the words of a button. */
  readonly next: string;
};

/** Every parameter that a notice text may name; what a notice does not carry reads as empty. */
const noParams = {
  title: "",
  organization: "",
  inviter: "",
  role: "",
  decision: "",
  reason: "",
  name: "",
  change: "",
  kind: "",
  finding: "",
  note: "",
  day: "",
  until: "",
  meeting: "",
  other: "",
  dueOn: "",
  bodies: "none",
  side: "",
  count: "0",
};

/** An instant as the reader's clock in China shows it. */
function toMoment(until: string, locale: Locale): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(until) ? formatDate(new Date(until), locale, "time") : until;
}

/** A day as the reader writes it; what is no day stays as it is. */
const toDay = (day: string, locale: Locale): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? formatDate(day, locale) : day;

/** The words of a notice, the same on the screen and in a letter. */
export function toNoticeText(
  locale: Locale,
  kind: NoticeKind,
  params: Readonly<Record<string, string>>,
): NoticeText {
  const t = createTranslator(locale, "notice.kind");
  const own: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, readerHalf(value, locale)]),
  );
  const given = {
    ...noParams,
    ...own,
    // A return is named by its period. What else has a name in both languages carries both; the reader's own is shown.
    title:
      (kind.startsWith("return.") ? formatPeriod(own.title ?? "", locale) : own.title) ||
      (locale === "en" ? params.en : params.zh) ||
      "",
    day: toDay(params.day ?? "", locale),
    dueOn: toDay(params.dueOn ?? "", locale),
    until: toMoment(params.until ?? "", locale),
    count: Number(params.count ?? 0),
  };
  return { title: t(`${kind}.title`, given), body: t(`${kind}.body`, given), next: t(`${kind}.next`, given) };
}
