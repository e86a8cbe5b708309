import { formatDate, formatNumber, recordWords } from "@lilink/i18n";
import { DataTable, DescriptionList, LinkTabs, PageHeader, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ownText } from "#features/record/view.ts";
import { readWatchYear } from "../queries.ts";

/** A year of the watch: what was filed, what was graded and decided in time, and every decision. [WA5] */
export async function WatchYearPage({ year: asked }: { readonly year: number | undefined }) {
  const [t, given, found] = await Promise.all([
    getTranslations("governance.watch"),
    getLocale(),
    readWatchYear(asked),
  ]);
  const locale = given === "en" ? "en" : "zh-CN";
  const words = recordWords("watchItem", locale);
  const { year, years, filed, merged, triaged, triagedInTime, closed, closedInTime } = found;
  const share = (part: number, all: number) =>
    all === 0 ? null : t("ofAll", { part, all, percent: Math.round((part / all) * 100) });
  const facts: readonly (readonly [string, string | null, string?])[] = [
    [t("filed"), formatNumber(filed, locale), t("andMerged", { merged })],
    [t("triaged"), share(triagedInTime, triaged)],
    [t("decided"), share(closedInTime, closed)],
    [t("median"), found.medianDays === null ? null : t("days", { days: found.medianDays })],
    [t("overdue"), formatNumber(found.overdue, locale)],
  ];
  return (
    <>
      <PageHeader
        up={<TextLink href="/watch-items">{words.title}</TextLink>}
        title={t("year", { year: String(year) })}
        lead={t("yearLead")}
      />
      <LinkTabs label={t("years")}>
        {years.map((one) => (
          <LinkTab key={one} href={`/watch-items/report?year=${one}`} current={one === year}>
            {String(one)}
          </LinkTab>
        ))}
      </LinkTabs>
      <DescriptionList
        className="mb-8 max-w-2xl"
        items={facts.map(([term, value, note]) => ({
          key: term,
          term,
          detail: value === null ? t("none") : note ? `${value} (${note})` : value,
        }))}
      />
      <Section id="kinds" title={t("byKind")}>
        <DataTable
          className="max-w-2xl"
          caption={t("byKind")}
          rows={found.byKind}
          rowKey={({ kind }) => kind}
          empty={<p className="text-muted">{t("nothing")}</p>}
          columns={[
            {
              key: "kind",
              label: words.field("kind"),
              lead: true,
              cell: ({ kind }) => words.choice("kind", kind),
            },
            { key: "filed", label: t("filed"), align: "end", cell: (row) => row.filed },
            { key: "closed", label: t("closed"), align: "end", cell: (row) => row.closed },
          ]}
        />
      </Section>
      <Section id="decisions" title={t("decisions", { count: found.decisions.length })}>
        <DataTable
          caption={t("decisions", { count: found.decisions.length })}
          rows={found.decisions}
          rowKey={({ publicId }) => publicId}
          empty={<p className="text-muted">{t("noDecisions")}</p>}
          columns={[
            {
              key: "title",
              label: words.field("title"),
              lead: true,
              cell: ({ publicId, titleZh, titleEn }) => (
                <TextLink href={`/watch-items/${publicId}`}>
                  {ownText({ zh: titleZh, en: titleEn }, locale)}
                </TextLink>
              ),
            },
            {
              key: "decision",
              label: words.field("decision"),
              cell: ({ decision }) => words.choice("decision", decision),
            },
            {
              key: "because",
              label: words.field("because"),
              cell: ({ because }) => <OwnWords>{because ?? ""}</OwnWords>,
            },
            { key: "on", label: t("closedOn"), cell: ({ closedOn }) => formatDate(closedOn, locale) },
          ]}
        />
      </Section>
    </>
  );
}
