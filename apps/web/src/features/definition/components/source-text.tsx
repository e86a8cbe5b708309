import { useTranslations } from "next-intl";

const sheet = "definition sheet";

/** Where a figure or a word comes from; the indicator's own sheet is named in the reader's language. */
export function SourceText({ source }: { readonly source: string }) {
  const t = useTranslations("definition");
  const rest = source.startsWith(sheet) ? source.slice(sheet.length) : null;
  const [, list] = /^, list (\w+)$/.exec(rest ?? "") ?? [];
  const text =
    rest === null
      ? source
      : list
        ? t("sheetList", { list })
        : rest === ", from atomic weights"
          ? t("sheetWeights")
          : rest.startsWith(": ")
            ? t("sheetOf", { text: rest.slice(2) })
            : `${t("sheet")}${rest}`;
  return <span className="[overflow-wrap:anywhere]">{text}</span>;
}
