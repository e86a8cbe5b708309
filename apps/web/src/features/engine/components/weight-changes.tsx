import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { LearnedVersion } from "../queries.ts";
import { toSigned } from "../view.ts";
import { useWeightName } from "./version-words.ts";

export type WeightChangesProps = {
  readonly version: string;
  readonly weights: LearnedVersion["report"]["weights"];
};

/** Which weights move, in the words of the reasons that they stand behind. */
export function WeightChanges({ version, weights }: WeightChangesProps) {
  const t = useTranslations("engine");
  const nameOf = useWeightName();
  return (
    <DataTable
      caption={t("weights.caption", { version })}
      showCaption
      rows={weights}
      rowKey={({ name }) => name}
      columns={[
        { key: "weight", label: t("weights.weight"), lead: true, cell: ({ name }) => nameOf(name) },
        {
          key: "before",
          label: t("changes.before"),
          align: "end",
          cell: ({ name, before }) => toSigned(name, before).toFixed(2),
        },
        {
          key: "after",
          label: t("changes.after"),
          align: "end",
          cell: ({ name, after }) => toSigned(name, after).toFixed(2),
        },
      ]}
    />
  );
}
