import { densities } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ListChoice, type ListChoiceProps } from "./list-choice.tsx";

/** The choice of columns and rows of a list, with its words. */
export function ListTools(props: Omit<ListChoiceProps, "text">) {
  const t = useTranslations("common.table");
  const text = {
    open: t(props.columns ? "choice" : "rowsOnly"),
    columns: t("columns"),
    density: t("density"),
    densities: Object.fromEntries(
      densities.map((value) => [value, t(`densities.${value}`)]),
    ) as ListChoiceProps["text"]["densities"],
  };
  return <ListChoice {...props} text={text} />;
}
