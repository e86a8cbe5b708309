import { formatDate } from "@lilink/i18n";
import { type Column, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Oversight } from "../queries.ts";

type Body = Oversight["bodies"][number];
type WhoIsLateProps = {
  readonly bodies: readonly Body[];
  /** The province that the page is narrowed to. */
  readonly place: string | null;
};

/** The bodies that have something to do, each with how much of it is late, since when, and a letter about all of it. */
export function WhoIsLate({ bodies, place }: WhoIsLateProps) {
  const t = useTranslations("oversight.who");
  const letter = useTranslations("oversight.letter");
  const locale = useLocale();
  if (bodies.length === 0) return null;
  const isLate = bodies.some(({ late }) => late > 0);
  const lateness: readonly Column<Body>[] = [
    { key: "late", label: t("late"), align: "end", cell: ({ late }) => late },
    {
      key: "since",
      label: t("since"),
      brief: true,
      cell: ({ since }) =>
        since === null ? null : (
          <span className="whitespace-nowrap text-danger">{formatDate(since, locale)}</span>
        ),
    },
  ];
  return (
    <Section id="who" title={place ? t("titleIn", { place }) : t("title")}>
      <p className="mb-2 text-sm text-muted">{t(isLate ? "lead" : "leadOpen")}</p>
      <DataTable
        caption={t("title")}
        rows={isLate ? bodies.filter(({ late }) => late > 0) : bodies}
        rowKey={({ publicId }) => publicId}
        columns={[
          {
            key: "body",
            label: t("body"),
            lead: true,
            cell: (body) => (
              <TextLink href={`/organizations/${body.publicId}`}>{organizationName(body, locale)}</TextLink>
            ),
          },
          ...(isLate ? lateness : []),
          { key: "open", label: t("open"), align: "end", cell: ({ open }) => open },
          {
            key: "letter",
            acts: true,
            label: t("act"),
            cell: ({ publicId }) => (
              <ButtonLink size="sm" href={`/batteries/oversight/${publicId}`}>
                {letter("open")}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
