import { formatDate, formatPeriod } from "@lilink/i18n";
import { DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { DueText } from "#features/introduction/components/due-text.tsx";
import type { ReturnItem } from "../queries.ts";
import { SheetName } from "./sheet-name.tsx";
import { StateBadges } from "./state-badges.tsx";

/** What the organization owes, what waits for it first. */
export function ReturnList({ items }: { readonly items: readonly ReturnItem[] }) {
  const t = useTranslations("return");
  const locale = useLocale();
  const isOpen = ({ state }: ReturnItem) => state === "open" || state === "draft" || state === "queried";
  return (
    <DataTable
      caption={t("caption")}
      rows={items}
      rowKey={({ publicId }) => publicId}
      empty={
        <EmptyState
          title={t("empty.title")}
          body={t("empty.body")}
          action={<ButtonLink href="/goals">{t("empty.action")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "period",
          label: t("column.period"),
          lead: true,
          className: "whitespace-nowrap",
          cell: ({ publicId, period }) => (
            <TextLink href={`/returns/${publicId}`}>{formatPeriod(period, locale)}</TextLink>
          ),
        },
        {
          key: "sheet",
          label: t("column.sheet"),
          speaks: true,
          cell: ({ sheet }) => <SheetName sheet={sheet} />,
        },
        {
          key: "state",
          label: t("column.state"),
          speaks: true,
          cell: ({ state, late }) => <StateBadges state={state} late={late} />,
        },
        {
          key: "filled",
          label: t("column.filled"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ filled, asked }) => t("filled", { filled, asked, blank: asked - filled }),
        },
        {
          key: "due",
          label: t("column.due"),
          speaks: true,
          cell: (item) =>
            isOpen(item) ? (
              <DueText due={item.dueAt} />
            ) : (
              <span className="text-sm text-muted tabular-nums">
                <span className="sm:hidden">{t("page.due", { date: formatDate(item.dueAt, locale) })}</span>
                <span className="max-sm:hidden">{formatDate(item.dueAt, locale)}</span>
              </span>
            ),
        },
        {
          key: "action",
          label: t("column.action"),
          align: "end",
          speaks: true,
          className: "max-sm:ml-auto",
          cell: (item) => (
            <ButtonLink
              size="sm"
              variant={item === items[0] && isOpen(item) ? "accent" : "plain"}
              href={`/returns/${item.publicId}`}
            >
              {t(
                `open.${item.state === "open" || item.state === "draft" || item.state === "queried" ? item.state : "other"}`,
              )}
              <span className="sr-only"> {formatPeriod(item.period, locale)}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}
