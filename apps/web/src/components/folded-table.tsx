import { DataTable, type DataTableProps } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** A table of many rows: a phone shows ten and says how many there are, wide screens and paper show all. */
export function FoldedTable<Row>(props: Omit<DataTableProps<Row>, "moreOnPhone">) {
  const t = useTranslations("common.table");
  return <DataTable {...props} moreOnPhone={t("all", { count: props.rows.length })} />;
}
