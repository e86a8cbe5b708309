import { DataTable, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { DoubtNote } from "#features/posting/components/doubt-note.tsx";
import { useFieldText } from "#features/posting/components/field-text.ts";
import type { Review } from "../queries.ts";

export type AudienceTableProps = Pick<Review, "audience" | "doubts">;
type Row = Review["audience"][number];

/** Each field of the version with who will see it, and what its text tells beyond that. */
export function AudienceTable({ audience, doubts }: AudienceTableProps) {
  const t = useTranslations("review.detail");
  const posting = useTranslations("posting");
  const { label } = useFieldText();
  return (
    <Section id="audience" title={t("audience")}>
      <p className="prose-measure mb-3 text-sm text-muted">{t("audienceNote")}</p>
      <DataTable
        caption={t("audience")}
        rows={audience}
        rowKey={({ field }) => field}
        columns={[
          {
            key: "field",
            label: t("audienceField"),
            lead: true,
            cell: ({ field }: Row) => {
              const told = doubts.filter((one) => one.field === field);
              return (
                <>
                  {label(field)}
                  {told.length > 0 ? (
                    <div className="mt-1 font-normal">
                      <DoubtNote doubts={told} />
                    </div>
                  ) : null}
                </>
              );
            },
          },
          {
            key: "level",
            label: t("audienceLevel"),
            className: "sm:whitespace-nowrap",
            cell: ({ level, walled }) => posting(`${walled ? "levelWalled" : "level"}.${level}`),
          },
        ]}
      />
    </Section>
  );
}
