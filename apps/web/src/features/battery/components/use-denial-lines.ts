import { formatDate, readerHalf } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import type { LifeEvent } from "../queries.ts";

type Denial = LifeEvent["denial"];

/** What the sides of a denied hand-over say and what officers decided, each word with its day, in the order in which they were said. */
export function useDenialLines(): (denial: Denial) => readonly string[] {
  const t = useTranslations("battery.denial");
  const locale = useLocale();
  const wordOf = ({ reason, on }: { readonly reason: string; readonly on: string }) => ({
    reason: readerHalf(reason, locale),
    date: formatDate(on, locale),
  });
  return (denial) => {
    if (denial === null) return [];
    const { state, upheld, settled } = denial;
    return [
      t("receiver", wordOf(denial)),
      ...(upheld ? [t("giver", wordOf(upheld))] : []),
      ...(settled ? [t("settled", { ...wordOf(settled), state })] : []),
    ];
  };
}
