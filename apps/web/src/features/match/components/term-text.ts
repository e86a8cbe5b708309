import type { Locale } from "@lilink/i18n";
import type { Side, TermCode } from "@lilink/model/matching";
import { windowOf } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { spanOf, volumeText } from "#features/posting/view.ts";
import type { Match, MatchList } from "../queries.ts";
import { toFewDigits } from "../view.ts";
import { toCover } from "./to-cover.ts";

/** What is offered and what is asked of a condition beside the figures, as this reader reads it; empty where nothing is said. */
export type TermText = { readonly offer: string; readonly need: string };

type Stated = Pick<Match["other"]["fields"], "cooperation" | "ipStatus"> & {
  readonly volume?: Match["other"]["fields"]["volume"] | null;
};

type Own = Pick<MatchList["own"], "concept" | "volume" | "cooperation">;
type Other = Pick<Match["other"], "concept" | "fields">;
type ToTermText = (own: Own, other: Other, side: Side) => (term: TermCode) => TermText;

/** The words of both postings for a condition. */
export function useTermText(): ToTermText {
  return termTextIn(useTranslations("posting"), useLocale());
}

/** The same outside of a page. */
export function termTextIn(t: ReturnType<typeof useTranslations<"posting">>, locale: Locale): ToTermText {
  const words: Partial<Record<TermCode, (stated: Stated) => string>> = {
    cooperation: ({ cooperation = [] }) =>
      cooperation.map((form) => t(`cooperation.${form}`)).join(locale === "en" ? ", " : "、"),
    delivery: ({ volume }) => {
      const span = volume ? spanOf({ ...volume, ...windowOf(volume) }, locale) : null;
      return span ? t(`body.${span.key}`, span.params) : "";
    },
    ip: ({ ipStatus }) => (ipStatus ? t(`ipStatus.${ipStatus}`) : ""),
  };
  const scheduleText = (own: Own, other: Other, side: Side): TermText => {
    const covered = toCover(own, other, side);
    if (!covered) return { offer: "", need: "" };
    const { unit, cover } = covered;
    const text = (amount: string) => volumeText({ amount: toFewDigits(amount), unit }, locale);
    const given = text(cover.covered);
    return {
      offer: cover.short === "0" ? given : t("schedule.shortBy", { amount: given, short: text(cover.short) }),
      need: text(cover.need),
    };
  };
  return (own, other, side) => {
    const { fields } = other;
    const [demand, offer]: readonly [Stated, Stated] = side === "demand" ? [own, fields] : [fields, own];
    return (term) => {
      if (term === "schedule") return scheduleText(own, other, side);
      const word = words[term];
      return word ? { offer: word(offer), need: term === "ip" ? "" : word(demand) } : { offer: "", need: "" };
    };
  };
}
