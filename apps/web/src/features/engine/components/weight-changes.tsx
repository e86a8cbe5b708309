import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { LearnedVersion } from "../queries.ts";

export type WeightChangesProps = {
  readonly version: string;
  readonly weights: LearnedVersion["report"]["weights"];
};

/** Which weights move, in the words of the reasons that they stand behind. */
export function WeightChanges({ version, weights }: WeightChangesProps) {
  const t = useTranslations("engine");
  const relation = useTranslations("match.relation");
  const nameOf = (name: string) => {
    const tie = name.startsWith("tie.") ? name.slice("tie.".length) : null;
    return tie === null
      ? t(`weights.names.${name}` as "weights.names.base")
      : t("weights.tie", { relation: relation(tie as "same") });
  };
  return (
    <DataTable
      caption={t("weights.caption", { version })}
      showCaption
      rows={weights}
      rowKey={({ name }) => name}
      columns={[
        { key: "weight", label: t("weights.weight"), lead: true, cell: ({ name }) => nameOf(name) },
        { key: "before", label: t("changes.before"), align: "end", cell: ({ before }) => before.toFixed(2) },
        { key: "after", label: t("changes.after"), align: "end", cell: ({ after }) => after.toFixed(2) },
      ]}
    />
  );
}
