import { toPostingFilter } from "@lilink/contract";
import type { CsvCell } from "@lilink/documents";
import { createTranslator, defaultLocale, isLocale, type Locale, toDay } from "@lilink/i18n";
import { conceptName, provinceName } from "#features/posting/view.ts";
import { answerTable, type Table } from "#lib/answer-table.ts";
import { runtime } from "#lib/runtime.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many rows at most; who needs more narrows the search. */
const mostRows = 2000;
const pageSize = 100;

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["search"]["postings"]>>["items"][number];

/** The list of an address as a table, read through the same search as the page: the same reader, the same fields. */
export function GET(request: Request): Promise<Response> {
  return answerTable(request, () => readTable(request));
}

async function readTable(request: Request): Promise<Table> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const locale = params.locale && isLocale(params.locale) ? params.locale : defaultLocale;
  const api = await caller();
  const filter = toPostingFilter(params);
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows; ) {
    const page = await api.search.postings({ ...filter, limit: pageSize, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  const columns = columnsIn(locale);
  const table = rows.map((row) => columns.map(({ cell }) => cell(row) ?? null));
  const head = columns.map(({ header }) => header);
  return { name: createTranslator(locale, "search")("title"), head, rows: table };
}

type Column = { readonly header: string; readonly cell: (row: Row) => CsvCell | undefined };

function columnsIn(locale: Locale): Column[] {
  const name = createTranslator(locale, "search.column");
  const posting = createTranslator(locale, "posting");
  const link = createTranslator(locale, "common.link");
  const { publicUrl } = runtime().config;
  const day = (date: Date | null) => (date ? toDay(date) : null);
  return [
    { header: name("title"), cell: ({ fields }) => fields.title },
    { header: name("kind"), cell: (row) => posting(`kind.${row.kind}`) },
    { header: name("link"), cell: (row) => link(row.link) },
    { header: name("concept"), cell: (row) => conceptName(row.concept, locale) },
    { header: name("region"), cell: ({ fields }) => fields.region && provinceName(fields.region, locale) },
    {
      header: name("maturity"),
      cell: ({ fields }) => fields.maturity && posting(`maturity.${fields.maturity}`),
    },
    {
      header: name("cooperation"),
      cell: ({ fields }) => fields.cooperation?.map((form) => posting(`cooperation.${form}`)).join(" / "),
    },
    { header: name("summary"), cell: ({ fields }) => fields.summary },
    { header: name("organization"), cell: ({ fields }) => fields.identity?.name },
    { header: name("age"), cell: (row) => day(row.publishedAt) },
    { header: name("validUntil"), cell: (row) => day(row.validUntil) },
    { header: name("address"), cell: (row) => `${publicUrl}/postings/${row.publicId}` },
  ];
}
