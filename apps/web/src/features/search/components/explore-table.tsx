import type { PostingFilter } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { MadeMark } from "#features/posting/components/made-title.tsx";
import {
  asLabel,
  figuresText,
  isOtherLanguage,
  madeTitle,
  monthsOf,
  volumeText,
} from "#features/posting/view.ts";
import { identityName } from "#lib/identity-name.ts";
import type { readExplore } from "../queries.ts";
import { type PostingColumn, toDirection, toExploreHref, toNextSort } from "../view.ts";
import { AnswerMarks } from "./answer-marks.tsx";
import { useFacetText } from "./facet-text.ts";
import { MarkedText } from "./marked-text.tsx";

type Page = Awaited<ReturnType<typeof readExplore>>["page"];
type Row = Page["items"][number];

export type ExploreTableProps = {
  readonly page: Pick<Page, "items" | "marked" | "sort" | "answered">;
  readonly filter: PostingFilter;
  readonly shown: readonly PostingColumn[];
  readonly readsFigures: boolean;
  readonly empty: ReactNode;
};

/** Postings in dense rows, as this reader may read them; a field that did not arrive says so. */
export function ExploreTable({ page, filter, shown, readsFigures, empty }: ExploreTableProps) {
  const { items, marked, sort, answered } = page;
  const t = useTranslations("search");
  const column = useTranslations("search.column");
  const posting = useTranslations("posting");
  const text = useFacetText();
  const locale = useLocale();
  const hidden = (
    <span data-silent className="text-sm whitespace-nowrap text-muted italic">
      {t("hidden")}
    </span>
  );
  const columns: Column<Row>[] = [
    {
      key: "title",
      label: column("title"),
      lead: true,
      className: "min-w-56",
      cell: (row) => {
        const lang = row.language === "en" ? "en" : "zh-CN";
        const { title = [], line = null } = marked[row.publicId] ?? {};
        const own = <MarkedText text={row.fields.title ?? ""} marks={title} />;
        const all = answered[row.publicId] ?? [];
        // To whoever reads few figures, a missing one says nothing of the posting.
        const answers = readsFigures ? all : all.filter((one) => one.stated);
        return (
          <>
            {isOtherLanguage(row.language, locale) ? (
              <>
                <TextLink href={`/postings/${row.publicId}`}>
                  {madeTitle(row.concept, row.keyFigures, locale)}
                </TextLink>
                <MadeMark />
                <span lang={lang} className="block text-sm font-normal text-muted">
                  {own}
                </span>
              </>
            ) : (
              <>
                <TextLink href={`/postings/${row.publicId}`} lang={lang}>
                  {own}
                </TextLink>
                {line === null && answers.length === 0 && row.keyFigures.length > 0 ? (
                  <span className="block text-sm font-normal text-muted">
                    {figuresText(row.keyFigures, locale)}
                  </span>
                ) : null}
              </>
            )}
            {line ? (
              <span lang={lang} className="block text-sm font-normal text-muted">
                <MarkedText text={line.text} marks={line.marks} />
              </span>
            ) : null}
            {answers.length > 0 ? <AnswerMarks answers={answers} /> : null}
          </>
        );
      },
    },
    {
      key: "kind",
      label: column("kind"),
      speaks: true,
      cell: (row) => <Badge>{text("kind", row.kind)}</Badge>,
    },
    {
      key: "concept",
      label: column("concept"),
      speaks: true,
      className: "sm:min-w-40 text-sm",
      cell: (row) => (
        <>
          <LinkMark link={row.link} />{" "}
          <TextLink href={`/chain/${row.concept}`} className="no-underline hover:underline">
            {asLabel(text("concept", row.concept), locale)}
          </TextLink>
        </>
      ),
    },
    {
      key: "volume",
      label: column("volume"),
      speaks: true,
      className: "text-sm",
      cell: ({ fields: { volume } }) => {
        if (!volume) return hidden;
        const months = monthsOf(volume, locale);
        return (
          <>
            <span className="whitespace-nowrap">{volumeText(volume, locale)}</span>
            {months ? (
              <span className="text-muted sm:block sm:whitespace-nowrap">
                <span className="sm:hidden"> · </span>
                {months}
              </span>
            ) : null}
          </>
        );
      },
    },
    {
      key: "organization",
      label: column("organization"),
      speaks: true,
      className: "text-sm sm:min-w-32",
      cell: ({ fields: { identity } }) =>
        identity ? (
          <TextLink href={`/organizations/${identity.publicId}`} className="no-underline hover:underline">
            <OwnWords whole>{identityName(identity, locale)}</OwnWords>
          </TextLink>
        ) : (
          hidden
        ),
    },
    {
      key: "region",
      label: column("region"),
      speaks: true,
      className: "whitespace-nowrap text-sm",
      cell: ({ fields }) => (fields.region ? text("region", fields.region) : hidden),
    },
    {
      key: "maturity",
      label: column("maturity"),
      speaks: true,
      className: locale === "en" ? "text-sm" : "text-sm whitespace-nowrap",
      cell: ({ kind, fields }) => {
        const words = [
          ...(fields.maturity ? [text("maturity", fields.maturity)] : []),
          ...(fields.trl ? [t("trl", { level: fields.trl })] : []),
        ];
        if (words.length > 0)
          return (
            <span>
              {words.map((word, at) => (
                <span key={word} className="whitespace-nowrap">
                  {at > 0 ? <span className="sm:hidden"> · </span> : null}
                  <span className="sm:block">{word}</span>
                </span>
              ))}
            </span>
          );
        // A need is at no stage: nothing is kept from the reader.
        return kind === "need" ? <span data-silent /> : hidden;
      },
    },
    {
      key: "cooperation",
      label: column("cooperation"),
      speaks: true,
      className: "text-sm",
      cell: ({ fields }) =>
        fields.cooperation
          ? fields.cooperation.map((form, at, { length }) => (
              <span key={form}>
                <span className="whitespace-nowrap">
                  {text("cooperation", form)}
                  {at === length - 1 ? "" : locale === "en" ? "," : "、"}
                </span>{" "}
              </span>
            ))
          : hidden,
    },
    {
      key: "ipStatus",
      label: column("ipStatus"),
      speaks: true,
      className: "text-sm",
      cell: ({ fields }) => (fields.ipStatus ? posting(`ipStatus.${fields.ipStatus}`) : hidden),
    },
    {
      key: "age",
      label: column("age"),
      speaks: true,
      align: "end",
      className: "whitespace-nowrap text-sm text-muted",
      cell: (row) => (row.publishedAt ? formatDate(row.publishedAt, locale) : hidden),
    },
    {
      key: "validUntil",
      label: column("validUntil"),
      align: "end",
      className: "whitespace-nowrap text-sm",
      cell: (row) => (row.validUntil ? formatDate(row.validUntil, locale) : hidden),
    },
  ];
  const chosen = columns.filter(({ key }) => key === "title" || shown.some((one) => one === key));
  return (
    <DataTable
      caption={t("caption")}
      columns={chosen.map((one) => withSort(one, sort, filter))}
      rows={items}
      rowKey={(row) => row.publicId}
      empty={empty}
    />
  );
}

/** A head that sorts: a link to the same list from the other end. */
function withSort(column: Column<Row>, sort: Page["sort"], filter: PostingFilter): Column<Row> {
  const next = toNextSort(column.key, sort);
  if (next === null) return column;
  const direction = toDirection(column.key, sort);
  return {
    ...column,
    sorted: direction,
    head: (
      <TextLink
        href={toExploreHref({ ...filter, sort: next })}
        className="text-inherit no-underline hover:underline"
      >
        {column.label}
        {direction ? <span aria-hidden>{direction === "ascending" ? "\u00a0↑" : "\u00a0↓"}</span> : null}
      </TextLink>
    ),
  };
}
