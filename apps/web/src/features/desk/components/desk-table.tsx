import { formatDate } from "@lilink/i18n";
import { type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { DueText } from "#features/introduction/components/due-text.tsx";
import type { DeskItem } from "../queries.ts";

export function DeskTable({ items }: { readonly items: readonly DeskItem[] }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const columns: readonly Column<DeskItem>[] = [
    {
      key: "what",
      label: t("column.what"),
      lead: true,
      cell: ({ kind, count }) => t(`item.${kind}.what`, { count }),
    },
    {
      key: "about",
      label: t("column.about"),
      cell: ({ kind, title }) => (kind === "review" || kind === "claim" ? null : (title ?? t("untitled"))),
    },
    {
      key: "due",
      label: t("column.due"),
      cell: ({ due, since }) =>
        due ? (
          <DueText due={due} />
        ) : (
          <span className="text-sm text-muted tabular-nums">
            {t("noDue", { date: formatDate(since, locale) })}
          </span>
        ),
    },
    {
      key: "action",
      label: t("column.action"),
      align: "end",
      cell: ({ kind, path, count, title }) => (
        <ButtonLink size="sm" href={path}>
          {t(`item.${kind}.action`)}
          <span className="sr-only">
            {t(`item.${kind}.what`, { count })} {title}
          </span>
        </ButtonLink>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={items}
      rowKey={({ kind, path }) => `${kind}:${path}`}
    />
  );
}
