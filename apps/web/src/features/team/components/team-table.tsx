import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { conceptName } from "#features/posting/view.ts";
import type { TeamData } from "../queries.ts";

type Member = TeamData["teams"][number]["members"][number];

/** Who is in a team and what each brings. */
export function TeamTable({ members }: { readonly members: readonly Member[] }) {
  const t = useTranslations("market.team");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={members}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: "title",
          label: t("posting"),
          lead: true,
          cell: (row) => (
            <TextLink href={`/postings/${row.publicId}`} lang={row.language === "en" ? "en" : "zh"}>
              {row.title}
            </TextLink>
          ),
        },
        {
          key: "covers",
          label: t("brings"),
          cell: (row) => (
            <ul>
              {row.covers.map((concept) => (
                <li key={concept}>{conceptName(concept, locale)}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
