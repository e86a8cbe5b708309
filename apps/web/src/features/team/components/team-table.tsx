import { Badge, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { toIntroductionHref } from "#features/match/view.ts";
import { conceptName } from "#features/posting/view.ts";
import type { TeamData } from "../queries.ts";

type Member = TeamData["teams"][number]["members"][number];

export type TeamTableProps = {
  readonly members: readonly Member[];
  /** The viewer's own project, for which members may be asked. */
  readonly project: string | null;
};

/** Who is in a team and what each brings; the owner of the project asks for an introduction from here. */
export function TeamTable({ members, project }: TeamTableProps) {
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
            <span className="flex flex-wrap items-center gap-2">
              <TextLink href={`/postings/${row.publicId}`} lang={row.language === "en" ? "en" : "zh"}>
                {row.title}
              </TextLink>
              {row.own ? <Badge>{t("own")}</Badge> : null}
            </span>
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
        ...(project === null
          ? []
          : [
              {
                key: "invite",
                label: t("action"),
                align: "end" as const,
                speaks: true,
                className: "max-sm:ml-auto",
                cell: (row: Member) => (
                  <ButtonLink size="sm" href={toIntroductionHref(project, row.publicId)}>
                    {t("invite")}
                    <span className="sr-only"> {row.title}</span>
                  </ButtonLink>
                ),
              },
            ]),
      ]}
    />
  );
}
