import type { Side, TermCode } from "@lilink/model/matching";
import { windowOf } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { spanOf } from "#features/posting/view.ts";
import type { Match, MatchList } from "../queries.ts";

/** What is offered and what is asked of a condition beside the figures, as this reader reads it; empty where nothing is said. */
export type TermText = { readonly offer: string; readonly need: string };

type Stated = Pick<Match["other"]["fields"], "cooperation" | "ipStatus"> & {
  readonly volume?: Match["other"]["fields"]["volume"] | null;
};

/** The words of both postings for a condition. */
export function useTermText(
  own: Pick<MatchList["own"], "volume" | "cooperation">,
  { fields }: Pick<Match["other"], "fields">,
  side: Side,
): (term: TermCode) => TermText {
  const t = useTranslations("posting");
  const locale = useLocale();
  const words: Partial<Record<TermCode, (stated: Stated) => string>> = {
    cooperation: ({ cooperation = [] }) =>
      cooperation.map((form) => t(`cooperation.${form}`)).join(locale === "en" ? ", " : "、"),
    delivery: ({ volume }) => {
      const span = volume ? spanOf({ ...volume, ...windowOf(volume) }, locale) : null;
      return span ? t(`body.${span.key}`, span.params) : "";
    },
    ip: ({ ipStatus }) => (ipStatus ? t(`ipStatus.${ipStatus}`) : ""),
  };
  const [demand, offer]: readonly [Stated, Stated] = side === "demand" ? [own, fields] : [fields, own];
  return (term) => {
    const word = words[term];
    return word ? { offer: word(offer), need: term === "ip" ? "" : word(demand) } : { offer: "", need: "" };
  };
}
