import { cn, DataTable, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReviewPace as Row } from "../queries.ts";

const mostHours = 48;

/** How fast officers decide, all together, against what they aim at. [BO6] */
export function ReviewPace({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("board.pace");
  return (
    <Section
      id="pace"
      title={t("title")}
      fold={rows.reduce((sum, { spans }) => sum + (spans.at(-1)?.decided ?? 0), 0)}
    >
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", label: t("kind"), lead: true, cell: ({ kind }) => t(`of.${kind}`) },
          {
            key: "target",
            label: t("target"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ targetDays }) => t("days", { days: targetDays }),
          },
          ...[0, 1].map((at) => ({
            key: `span${at}`,
            label: t("span", { days: rows[0]?.spans[at]?.days ?? 0 }),
            align: "end" as const,
            cell: ({ spans }: Row) => <Span span={spans[at]} />,
          })),
        ]}
      />
      <p className="mt-2 text-xs text-muted">{t("note")}</p>
    </Section>
  );
}

function Span({ span }: { readonly span: Row["spans"][number] | undefined }) {
  const t = useTranslations("board.pace");
  if (!span || span.hours === null || span.inTime === null) {
    return <span className="text-sm text-muted">{t("few", { count: span?.decided ?? 0 })}</span>;
  }
  const { hours, inTime, decided } = span;
  return (
    <>
      <span className="font-medium whitespace-nowrap tabular-nums">
        {hours < mostHours
          ? t("hours", { hours: Math.ceil(hours) })
          : t("wholeDays", { days: Math.round(hours / 24) })}
      </span>
      <span className={cn("block text-sm tabular-nums", inTime < decided ? "text-warning" : "text-muted")}>
        {t("inTime", { inTime, decided })}
      </span>
    </>
  );
}
