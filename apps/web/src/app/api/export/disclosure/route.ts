import { createTranslator, defaultLocale, isLocale } from "@lilink/i18n";
import { answerTable } from "#lib/answer-table.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many rows at most; no page shows more in one go. */
const mostRows = 20_000;

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["disclosure"]["list"]>>["items"][number];

/** Who read what of the own organization, as a table. */
export function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  return answerTable(request, async () => {
    const t = createTranslator(locale, "settings.disclosures");
    const rows = await listAll();
    return {
      name: t("caption"),
      head: (["when", "who", "what", "level", "why"] as const).map((key) => t(key)),
      rows: rows.map((row) => [
        row.at,
        (locale === "en" ? row.reader?.nameEn : null) ?? row.reader?.nameZh ?? t("unknownReader"),
        row.posting?.title ??
          (row.return?.publicId ? t("return", { period: row.return.period ?? "" }) : t("deleted")),
        t(`levels.${row.level as "partner"}`),
        t(`purposes.${row.purpose as "partner"}`),
      ]),
    };
  });
}

async function listAll(): Promise<Row[]> {
  const api = await caller();
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows; ) {
    const page = await api.disclosure.list({ limit: 100, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}
