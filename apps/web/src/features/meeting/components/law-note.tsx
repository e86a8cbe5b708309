import { formatDate, toReading } from "@lilink/i18n";
import { DataTable, LinkTabs, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Figure } from "#components/figure.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { LawNote as Note } from "../queries.ts";
import { countSources, isOfReturns } from "../view.ts";

export type LawNoteProps = {
  readonly note: Note;
  /** One export, as `agenda.pdf`; null for the whole meeting. */
  readonly of: string | null;
};

/** One page for the file: which figures of firms' returns were shown to whom, and how they were aggregated. [ME7] */
export function LawNote({ note, of }: LawNoteProps) {
  const t = useTranslations("meeting.law");
  const page = useTranslations("meeting.page");
  const paper = useTranslations("meeting.paper");
  const locale = useLocale();
  const path = `/meetings/${note.publicId}/law`;
  const nameOf = (what: string) => {
    const [kind, type] = what.split(".");
    return kind === "page" ? paper("page") : `${paper(kind as "agenda")} ${paper(type as "pdf")}`;
  };
  const made = [...new Set(note.papers.map(({ kind, type }) => `${kind}.${type}`))];
  const figures = note.figures.filter(({ goal }) => !of?.startsWith("agenda") || note.goals.includes(goal));
  const views = note.views.filter(({ what }) => of === null || what === of);
  const files = note.papers.filter(({ kind, type }) => `${kind}.${type}` === of);
  const release = note.release;
  const counts = countSources(figures);
  return (
    <>
      <PageHeader
        up={
          <TextLink href={`/meetings/${note.publicId}`}>
            <OwnWords>{note.title}</OwnWords>
          </TextLink>
        }
        title={t("title")}
        lead={[of === null ? t("whole") : nameOf(of), formatDate(note.heldAt, locale, "time")].join(" · ")}
      />
      <LinkTabs label={t("pages")}>
        <LinkTab href={path} current={of === null}>
          {t("whole")}
        </LinkTab>
        {made.map((what) => (
          <LinkTab key={what} href={`${path}?of=${what}`} current={of === what}>
            {nameOf(what)}
          </LinkTab>
        ))}
      </LinkTabs>
      <Section id="how" title={t("how")}>
        <p className="prose-measure">
          {t("howBody", {
            at: formatDate(note.frozenAt, locale, "time"),
            release: release ? t("upTo", release) : page("noRelease"),
          })}
          {new Date(note.frozenAt) > note.heldAt ? ` ${t("frozenLate")}` : null}
        </p>
      </Section>
      <Section id="figures" title={t("figures", counts)}>
        <FoldedTable
          caption={t("figures", counts)}
          rows={figures}
          rowKey={({ goal, indicator, period, unit }) => `${goal} ${indicator} ${period} ${unit}`}
          empty={<p className="text-muted">{t("noFigures")}</p>}
          columns={[
            {
              key: "name",
              label: t("figure"),
              lead: true,
              cell: ({ goal, name }) => `${goal} ${inLocale(name, locale)}`,
            },
            { key: "period", label: paper("period"), speaks: true, cell: ({ period }) => period },
            {
              key: "shown",
              label: t("shown"),
              cell: ({ value, unit, low, high }) =>
                value === null ? (
                  <>
                    <Figure value={null} state="withheld" />
                    {low !== null && high !== null ? ` [${toReading(low)}, ${toReading(high)}]` : ""}
                  </>
                ) : (
                  <Figure value={toReading(value)} unit={unit} />
                ),
            },
            {
              key: "returns",
              label: t("returns"),
              cell: (one) =>
                isOfReturns(one)
                  ? t(one.byFirms ? "ofOwed" : "compiled", { verified: one.verified, owed: one.owed })
                  : t("uncounted"),
            },
            {
              key: "release",
              label: t("release"),
              speaks: true,
              cell: ({ release: id }) => (
                <TextLink href={`/releases/${id}`} className="whitespace-nowrap">
                  {t("toRelease")}
                </TextLink>
              ),
            },
          ]}
        />
      </Section>
      <Section id="views" title={t("views")}>
        <DataTable
          caption={t("views")}
          rows={views}
          rowKey={({ organization, what }) => `${organization.publicId} ${what}`}
          empty={<p className="text-muted">{t("noViews")}</p>}
          columns={[
            {
              key: "organization",
              label: page("organization"),
              lead: true,
              cell: ({ organization }) => <OwnWords whole>{organizationName(organization, locale)}</OwnWords>,
            },
            { key: "what", label: page("what"), cell: ({ what }) => nameOf(what) },
            { key: "first", label: page("first"), cell: ({ first }) => formatDate(first, locale, "time") },
            { key: "last", label: page("last"), cell: ({ last }) => formatDate(last, locale, "time") },
            { key: "times", label: page("times"), align: "end", cell: ({ times }) => times },
          ]}
        />
      </Section>
      {files.length > 0 ? (
        <Section id="files" title={t("files")}>
          <ul className="flex flex-col gap-2 text-sm">
            {files.map(({ locale: language, sha256, madeAt }) => (
              <li key={language}>
                {`${paper(language)} · ${formatDate(madeAt, locale, "time")}`}
                <code className="block break-all text-muted">{`SHA-256 ${sha256}`}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <p className="prose-measure text-sm text-muted">{t("sign")}</p>
    </>
  );
}
