import { useTranslations } from "next-intl";
import { splitSheet } from "../view.ts";

/** A sheet in words: Smelting, quarterly. */
export function SheetName({ sheet }: { readonly sheet: string }) {
  const t = useTranslations("return");
  const links = useTranslations("common.link");
  const { link, frequency } = splitSheet(sheet);
  return <>{t("sheet", { link: links(link), frequency: t(`frequency.${frequency}`) })}</>;
}
