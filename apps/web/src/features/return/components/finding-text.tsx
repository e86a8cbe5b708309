"use client";

import { formatNumber, formatUnit, type Locale, nameUnits } from "@lilink/i18n";
import type { GeneralCheck } from "@lilink/model/return";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ReturnContent } from "../queries.ts";
import { figureName } from "../view.ts";
import { blankParams } from "./blank-params.ts";

type Finding = ReturnContent["findings"][number];

/** The words of what does not hold: those of a definition's check, or the product's own; whoever checks is not asked to explain. */
export function useFindingText(
  content: Pick<ReturnContent, "components" | "dimensions">,
  reader: "maker" | "checker" = "maker",
) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  return useCallback(
    ({ code, at, text, rule, params }: Finding): string => {
      const field = at ? figureName(content, at, locale) : "";
      if (text) {
        const words = locale === "en" ? text.en : text.zh;
        return at ? t("check.text", { field, text: words }) : words;
      }
      if (rule) return t(`rule.${rule}`, { ...blankParams, ...nameUnits(params, locale), field });
      const shown = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          name === "unit"
            ? formatUnit(value, locale)
            : /^-?[\d.]+$/.test(value)
              ? formatNumber(value, locale)
              : value,
        ]),
      );
      const names = (params.codes ?? "")
        .split(" ")
        .map((one) => figureName(content, { component: one, site: "", place: [] }, locale))
        .join(locale === "en" ? "; " : "、");
      const said = code === "missing" && reader === "checker" ? "missingHere" : (code as GeneralCheck);
      return t(`check.${said}`, { ...blankParams, ...shown, names, field });
    },
    [content, locale, reader, t],
  );
}
