import { formatDate } from "@lilink/i18n";
import type { CodeReading } from "@lilink/model/trace/code";
import { useLocale, useTranslations } from "next-intl";
import { isRecalled, type StripPart, typeName } from "../view.ts";

/** What is said of a code: the same words in the table, in the strip and in the file. */
export function useCodeWords() {
  const t = useTranslations("battery.lab");
  const locale = useLocale();
  const typeText = (code: string) => {
    const name = typeName(code, locale);
    return name === null ? "" : isRecalled(code) ? `${name} (${t("recalled")})` : name;
  };
  const productText = (code: string) =>
    code === "P" || code === "M" || code === "C" ? t(`product.${code}`) : "";

  function what({ parts }: CodeReading): string {
    if (!parts) return "";
    const product = productText(parts.secondUse ?? parts.product);
    const names = [product, typeText(parts.batteryType), parts.secondUse ? t("field.secondUse") : ""];
    return names.filter(Boolean).join(" · ");
  }

  function why({ fault, place, code, flags }: CodeReading, count = 1): string {
    const said = [
      ...(fault === "length" ? [t("fault.length", { length: code.length })] : []),
      ...(fault === "character" ? [t("fault.character", { place: place ?? 0 })] : []),
      ...(fault === "notADate" ? [t("fault.notADate")] : []),
      ...flags.map((flag) => t(`flag.${flag}`)),
      ...(count > 1 ? [t("flag.repeated", { count })] : []),
    ];
    return said.join("; ");
  }

  function meaning({ field, text, isWrong }: StripPart, reading: CodeReading): string {
    if (isWrong) return why(reading);
    if (field === "date") {
      const day = reading.parts?.date;
      return day ? formatDate(day, locale) : t("fault.notADate");
    }
    if (field === "product" || field === "secondUse") return productText(text);
    if (field === "batteryType") return typeText(text);
    if (field === "serial") return t("serialOf", { n: Number(text) });
    if (field === "suffix") return t("again");
    return t(field === "trace" ? "ownTrace" : "own");
  }

  return { what, why, meaning };
}
