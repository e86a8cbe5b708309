import { formatDate, formatNumber } from "@lilink/i18n";
import { Badge, DataTable, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { organizationName } from "#features/organization/view.ts";
import { headed } from "#features/target/view.ts";
import type { ConditionSet, DeadlineSet, LicenceRow, Rules } from "../queries.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { EndLicence, LicenceForm } from "./licence-forms.tsx";

type RulesPageProps = {
  readonly rules: Rules;
  readonly licences: { readonly items: readonly LicenceRow[]; readonly nextCursor: string | null };
  /** Where the list of licences stands, as the address has it. */
  readonly cursor: string | undefined;
  readonly row: string | readonly string[] | undefined;
  /** Whether the reader confirms rules and keeps licences. */
  readonly keeps: boolean;
  readonly today: string;
};

/** The dated rules by which batteries are judged, who read them in the official text, and who holds which licence. */
export function RulesPage({ rules, licences, cursor, row, keeps, today }: RulesPageProps) {
  const t = useTranslations("oversight.rules");
  const kinds = useTranslations("oversight.licence");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        up={<TextLink href="/batteries/oversight">{t("up")}</TextLink>}
      />
      <ClientMessages namespaces={["oversight"]}>
        <Section id="deadlines" title={t("deadlines")}>
          <p className="mb-4 text-sm text-muted">{t("deadlinesLead")}</p>
          <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
            {rules.deadlines.map((set) => (
              <DeadlineCard key={set.id} set={set} keeps={keeps} />
            ))}
          </div>
        </Section>
        <Section id="conditions" title={t("conditions")} fold={rules.conditions.length}>
          <p className="mb-4 text-sm text-muted">{t("conditionsLead")}</p>
          <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
            {rules.conditions.map((set) => (
              <ConditionCard key={set.id} set={set} keeps={keeps} />
            ))}
          </div>
        </Section>
        <Section id="licences" title={kinds("title")} fold={licences.items.length}>
          <p className="mb-4 text-sm text-muted">{kinds("lead")}</p>
          <LicenceTable rows={licences.items} keeps={keeps} today={today} />
          <CursorPages
            pathname="/batteries/rules"
            query={{ cursor }}
            nextCursor={licences.nextCursor}
            shown={licences.items.length}
            row={row}
            hash="licences"
          />
          {keeps ? (
            <>
              <h3 className="mt-8 mb-3 font-semibold">{kinds("grant")}</h3>
              <LicenceForm today={today} />
            </>
          ) : null}
        </Section>
      </ClientMessages>
    </>
  );
}

type Head = Pick<DeadlineSet, "id" | "from" | "to" | "read"> & {
  readonly source: string | null;
  /** Whether the text itself was seen or others told of it. */
  readonly reading?: ConditionSet["reading"];
};

/** From when to when it is in force, and how it is known. */
function SetHead({
  title,
  set,
}: {
  readonly title: string;
  readonly set: Omit<Head, "from"> & { from: string | null };
}) {
  const t = useTranslations("oversight.rules");
  const locale = useLocale();
  const { id, from, to, read, source, reading } = set;
  const day = (on: string) => formatDate(on, locale);
  const period =
    from === null
      ? t("never")
      : to === null
        ? t("since", { from: day(from) })
        : t("during", { from: day(from), to: day(to) });
  return (
    <>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{title}</h3>
        <Badge tone={read ? "success" : "warning"}>
          {t(read ? "confirmed" : reading === "seen" ? "seen" : "reported")}
        </Badge>
      </div>
      <p className="text-sm text-muted">{period}</p>
      <p className="mb-3 text-sm text-muted">
        {read
          ? t("readBy", { by: read.by ?? t("somebody"), on: day(read.on), source: read.source })
          : t(`noteOf.${id as "traceability-2026"}`)}
        {read?.note ? ` ${read.note}` : null}
        {!read && source ? (
          <>
            {" "}
            <a href={source} rel="noreferrer" className="text-link underline">
              {t("source")}
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}

function DeadlineCard({ set, keeps }: { readonly set: DeadlineSet; readonly keeps: boolean }) {
  const t = useTranslations("oversight.rules");
  const who = useTranslations("oversight.licence.kind");
  return (
    <article className="border-t border-line pt-4">
      <SetHead title={t("setOf", { year: set.id.slice(-4) })} set={set} />
      <DataTable
        caption={t("setOf", { year: set.id.slice(-4) })}
        rows={set.deadlines}
        rowKey={({ licence }) => licence ?? "other"}
        columns={[
          { key: "who", label: t("who"), lead: true, cell: ({ licence }) => headed(who(licence ?? "other")) },
          {
            key: "article",
            label: t("article"),
            align: "end",
            cell: ({ article }) => (article === null ? t("noArticle") : t("articleOf", { article })),
          },
          { key: "days", label: t("days"), align: "end", cell: ({ workingDays }) => workingDays },
        ]}
      />
      {keeps ? (
        <ConfirmForm
          ruleSet={set.id}
          from={set.from}
          deadlines={set.deadlines.map(({ licence, workingDays }) => ({
            licence: licence ?? "other",
            workingDays,
          }))}
        />
      ) : null}
    </article>
  );
}

function ConditionCard({ set, keeps }: { readonly set: ConditionSet; readonly keeps: boolean }) {
  const locale = useLocale();
  const { id, title, from } = set;
  return (
    <article className="border-t border-line pt-4">
      <SetHead title={locale === "en" ? title.en : title.zh} set={set} />
      {keeps && from !== null ? <ConfirmForm ruleSet={id} from={from} /> : null}
    </article>
  );
}

function LicenceTable({
  rows,
  keeps,
  today,
}: {
  readonly rows: readonly LicenceRow[];
  readonly keeps: boolean;
  readonly today: string;
}) {
  const t = useTranslations("oversight.licence");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={({ organization, kind, from }) => `${organization} ${kind} ${from}`}
      empty={<p className="text-muted">{t("none")}</p>}
      columns={[
        {
          key: "who",
          label: t("holder"),
          lead: true,
          cell: (row) => (
            <TextLink href={`/organizations/${row.organization}`}>{organizationName(row, locale)}</TextLink>
          ),
        },
        { key: "kind", label: t("what"), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: "from",
          label: t("from"),
          className: "whitespace-nowrap",
          cell: ({ from }) => formatDate(from, locale),
        },
        {
          key: "to",
          label: t("to"),
          className: "whitespace-nowrap",
          cell: ({ to }) => (to ? formatDate(to, locale) : t("open")),
        },
        {
          key: "tonnes",
          label: t("tonnes"),
          align: "end",
          cell: ({ tonnes }) =>
            tonnes === null ? (
              <span className="text-sm text-muted italic">{t("notSaid")}</span>
            ) : (
              formatNumber(tonnes, locale)
            ),
        },
        ...(keeps
          ? [
              {
                key: "end",
                label: t("end"),
                cell: (row: LicenceRow) =>
                  row.to === null ? <EndLicence licence={row} today={today} /> : null,
              },
            ]
          : []),
      ]}
    />
  );
}
