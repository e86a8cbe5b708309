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
      speaks: true,
      className: "max-sm:w-full",
      cell: ({ kind, title }) =>
        kind === "review" || kind === "claim" || kind === "returnReview" ? null : (title ?? t("untitled")),
    },
    {
      key: "due",
      label: t("column.due"),
      speaks: true,
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
      speaks: true,
      className: "max-sm:ml-auto",
      // The first row is the one action that matters here.
      cell: (item) => (
        <ButtonLink size="sm" variant={item === items[0] ? "accent" : "plain"} href={item.path}>
          {t(`item.${item.kind}.action`)}
          <span className="sr-only">
            {t(`item.${item.kind}.what`, { count: item.count })} {item.title}
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
