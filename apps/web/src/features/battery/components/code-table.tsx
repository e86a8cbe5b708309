import type { CodeReading } from "@lilink/model/trace/code";
import { Badge, DataTable, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useCodeWords } from "./use-code-words.ts";

const tones: Readonly<Record<CodeReading["verdict"], Tone>> = {
  accept: "success",
  warn: "warning",
  reject: "danger",
};

export type CodeRow = { readonly at: number; readonly reading: CodeReading; readonly count: number };

/** The codes in their order; pressing one explains it above. */
export function CodeTable({
  rows,
  current,
  onChoose,
}: {
  readonly rows: readonly CodeRow[];
  readonly current: number;
  readonly onChoose: (at: number) => void;
}) {
  const t = useTranslations("battery.lab");
  const { what, why } = useCodeWords();
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={({ at }) => String(at)}
      isCurrent={({ at }) => at === current}
      columns={[
        {
          key: "code",
          label: t("column.code"),
          lead: true,
          cell: ({ at, reading }) => (
            <button
              type="button"
              className="text-left font-mono break-all underline underline-offset-4"
              aria-label={t("explain", { code: reading.code || reading.typed })}
              onClick={() => onChoose(at)}
            >
              {reading.code || reading.typed}
            </button>
          ),
        },
        {
          key: "verdict",
          label: t("column.verdict"),
          speaks: true,
          cell: ({ reading: { verdict } }) => <Badge tone={tones[verdict]}>{t(verdict)}</Badge>,
        },
        {
          key: "made",
          label: t("column.made"),
          className: "whitespace-nowrap",
          cell: ({ reading: { parts } }) => parts?.date ?? null,
        },
        { key: "what", label: t("column.what"), speaks: true, cell: ({ reading }) => what(reading) || null },
        {
          key: "why",
          label: t("column.why"),
          className: "text-sm text-muted",
          cell: ({ reading, count }) => why(reading, count) || null,
        },
      ]}
    />
  );
}
