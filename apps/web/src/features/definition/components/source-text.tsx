import { useTranslations } from "next-intl";

const sheet = "definition sheet";

/** Where a figure or a word comes from; the indicator's own sheet is named in the reader's language. */
export function SourceText({ source }: { readonly source: string }) {
  const t = useTranslations("definition");
  const text = source.startsWith(sheet) ? `${t("sheet")}${source.slice(sheet.length)}` : source;
  return <span className="[overflow-wrap:anywhere]">{text}</span>;
}
