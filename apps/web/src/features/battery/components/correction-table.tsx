import { formatDate } from "@lilink/i18n";
import { type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { CorrectionRow } from "../queries.ts";

/** Who corrected which event of a battery, and why; what was said first stands beside what stands now. */
export function CorrectionTable({ rows }: { readonly rows: readonly CorrectionRow[] }) {
  const t = useTranslations("oversight.correction");
  const verbs = useTranslations("battery.verb");
  const reasons = useTranslations("battery.life.correct.reason");
  const locale = useLocale();
  const nameOf = (body: CorrectionRow["by"]) => (body ? organizationName(body, locale) : t("other"));
  const columns: readonly Column<CorrectionRow>[] = [
    {
      key: "code",
      label: t("column.code"),
      lead: true,
      cell: ({ code }) => (
        <TextLink href={`/batteries/${code}`} className="font-mono text-sm whitespace-nowrap">
          {code}
        </TextLink>
      ),
    },
    {
      key: "first",
      label: t("column.first"),
      cell: ({ first }) =>
        first ? (
          <div>
            <span className="whitespace-nowrap line-through decoration-muted">{`${verbs(first.verb)} ${formatDate(first.on, locale)}`}</span>
            <span className="block text-sm text-muted">{nameOf(first.by)}</span>
          </div>
        ) : (
          t("hidden")
        ),
    },
    {
      key: "instead",
      label: t("column.instead"),
      className: "sm:whitespace-nowrap",
      cell: ({ instead }) =>
        instead ? `${verbs(instead.verb)} ${formatDate(instead.on, locale)}` : t("nothing"),
    },
    {
      key: "why",
      label: t("column.why"),
      cell: ({ reason, proof }) => (
        <div>
          {reasons(reason)}
          {proof ? <span className="block text-sm text-muted">{proof}</span> : null}
        </div>
      ),
    },
    { key: "by", label: t("column.by"), cell: ({ by }) => nameOf(by) },
    {
      key: "on",
      label: t("column.on"),
      className: "whitespace-nowrap",
      cell: ({ recordedOn }) => formatDate(recordedOn, locale),
    },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={rows} rowKey={({ hash }) => hash} />;
}
