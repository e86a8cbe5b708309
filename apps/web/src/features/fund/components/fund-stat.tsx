import { Stat } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Given = { readonly label: string; readonly value?: string | undefined; readonly note?: ReactNode };

/** A figure of the fund, with its name above and what it rests on below. */
export function FundStat(given: Given) {
  const t = useTranslations("common.figure");
  const text = {
    none: t("none"),
    withheld: t("withheld"),
    withheldWhy: t("withheldWhy"),
    estimate: t("estimate"),
  };
  return <Stat {...given} text={text} />;
}
