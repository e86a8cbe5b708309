import type { CsvCell } from "@lilink/documents";
import { createTranslator, defaultLocale, isLocale, type Locale, toDay } from "@lilink/i18n";
import { postingStates } from "@lilink/model/posting";
import { conceptName } from "#features/posting/view.ts";
import { answerTable } from "#lib/answer-table.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many rows at most; no organization keeps more postings by hand. */
const mostRows = 2000;

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["posting"]["listOwn"]>>["items"][number];

/** The organization's own postings as a table, with the filter of the page. */
export function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const asked = params.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const state = postingStates.find((one) => one === params.get("state"));
  return answerTable(request, async () => {
    const t = createTranslator(locale, "posting.own");
    const { head, cells } = columnsIn(locale);
    return { name: t("title"), head, rows: (await listAll(state)).map(cells) };
  });
}

async function listAll(state: Row["state"] | undefined): Promise<Row[]> {
  const api = await caller();
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows; ) {
    const page = await api.posting.listOwn({
      limit: 100,
      ...(state ? { states: [state] } : {}),
      ...(cursor ? { cursor } : {}),
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

function columnsIn(locale: Locale) {
  const name = createTranslator(locale, "posting.own.columns");
  const posting = createTranslator(locale, "posting");
  return {
    head: (["title", "kind", "concept", "state", "validUntil", "updated"] as const).map((key) => name(key)),
    cells: (row: Row): CsvCell[] => [
      row.title,
      posting(`kind.${row.kind}`),
      row.concept ? conceptName(row.concept, locale) : null,
      posting(`state.${row.state}`),
      row.live && row.validUntil ? toDay(row.validUntil) : null,
      toDay(row.updatedAt),
    ],
  };
}
