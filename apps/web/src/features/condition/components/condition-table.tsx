import { evaluate, type Facts } from "@lilink/engine/dated-rules";
import type { Locale } from "@lilink/i18n";
import type { ConditionSet } from "@lilink/model/conditions";
import { Badge, DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ReadingMark } from "#features/record/components/reading-mark.tsx";
import { type EvidenceOf, showLimit, showOperator, textOf, verdictTones } from "../view.ts";

type ConditionTableProps = {
  readonly set: ConditionSet;
  readonly facts: Facts;
  readonly on: string;
  readonly locale: Locale;
  /** By which source a fact is stated, where the record itself is shown. */
  readonly evidenceOf?: EvidenceOf | undefined;
};

const fewestFolded = 3;

/** A set clause by clause: the limit, what is stated, and whether it meets it. A set that is not in force is tried all the same. */
export function ConditionTable({ set, facts, on, locale, evidenceOf }: ConditionTableProps) {
  const t = useTranslations("condition");
  const rows = evaluate(set, facts, on, { asIf: true }).rules.map((rule) => {
    const entry = set.rules.find(({ id }) => id === rule.id);
    const isCompared = entry !== undefined && "operator" in entry;
    const stated = isCompared ? facts[entry.fact] : undefined;
    return {
      ...rule,
      name: textOf(entry?.title, locale),
      limit: isCompared ? `${showOperator(entry.operator)} ${showLimit(entry, locale)}` : "",
      stated: stated === undefined || !isCompared ? "" : showLimit(entry, locale, stated),
      evidence: stated === undefined || !isCompared ? null : (evidenceOf?.(entry.fact) ?? null),
    };
  });
  const table = (shown: typeof rows) => (
    <DataTable
      caption={textOf(set.title, locale)}
      rows={shown}
      rowKey={({ id }) => id}
      columns={[
        { key: "condition", label: t("condition"), lead: true, cell: ({ name }) => name },
        {
          key: "limit",
          label: t("limit"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ limit }) => limit,
        },
        { key: "stated", label: t("stated"), align: "end", cell: ({ stated }) => stated },
        ...(evidenceOf
          ? [
              {
                key: "evidence",
                label: t("source"),
                cell: ({ stated, evidence }: (typeof rows)[number]) =>
                  evidence ? (
                    <span className="flex flex-wrap items-baseline gap-x-2">
                      <ReadingMark reading={evidence.reading} word />
                      {evidence.source === null ? null : (
                        <a className="text-link" href={`#source-${evidence.source + 1}`}>
                          {t("sourceRef", { number: evidence.source + 1 })}
                        </a>
                      )}
                    </span>
                  ) : stated === "" ? null : (
                    <span className="text-sm text-warning">{t("noSource")}</span>
                  ),
              },
            ]
          : []),
        {
          key: "verdict",
          label: t("verdict"),
          speaks: true,
          cell: ({ verdict }) => <Badge tone={verdictTones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>,
        },
      ]}
    />
  );
  const met = rows.filter(({ verdict }) => verdict === "met");
  // On the record every clause stands with its source; here what is still to be done stands alone.
  if (evidenceOf || met.length < fewestFolded || met.length === rows.length) return table(rows);
  return (
    <>
      {table(rows.filter(({ verdict }) => verdict !== "met"))}
      <details className="mt-2">
        <summary className="w-fit text-muted">{t("metFolded", { count: met.length })}</summary>
        {table(met)}
      </details>
    </>
  );
}
