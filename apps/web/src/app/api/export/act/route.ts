import { createTranslator, defaultLocale, isLocale, loadMessages } from "@lilink/i18n";
import { detailText, type EntryFilters, readFilters, toActText } from "#features/audit/view.ts";
import { answerTable } from "#lib/answer-table.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many rows at most; the filters name a shorter time for the rest. */
const mostRows = 20_000;

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["audit"]["list"]>>["items"][number];

/** The acts of the own organization as a table, with the filters of the page. */
export function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const asked = params.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  return answerTable(request, async () => {
    const t = createTranslator(locale, "audit");
    const { act } = loadMessages(locale, ["act"]);
    const {
      organization: _organization,
      cursor: _cursor,
      ...filters
    } = readFilters(Object.fromEntries(params));
    const rows = await listAll(filters);
    return {
      name: t("own.title"),
      head: (["number", "at", "who", "action", "code", "detail"] as const).map((key) => t(`column.${key}`)),
      rows: rows.map((row) => [
        row.number,
        row.at,
        row.person?.name ?? t(`actor.${row.actorKind as "member"}`),
        toActText(act, row.action),
        row.action,
        detailText(row.detail),
      ]),
    };
  });
}

async function listAll(filters: EntryFilters): Promise<Row[]> {
  const api = await caller();
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows; ) {
    const page = await api.audit.list({ limit: 100, ...filters, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}
