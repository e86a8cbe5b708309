import { createTranslator, type Locale } from "@lilink/i18n";
import { readDirectory, toNameOrder } from "#features/organization/queries.ts";
import { provinceName } from "#features/organization/view.ts";
import { answerTable, type Table } from "#lib/answer-table.ts";
import { caller } from "#lib/trpc/server.ts";

const mostPages = 50;

/** The directory as filtered, as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerTable(request, () => readTable(request));
}

async function readTable(request: Request): Promise<Table> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const locale: Locale = query.lang === "en" ? "en" : "zh-CN";
  const t = createTranslator(locale, "organization");
  const { filters } = await readDirectory({ ...query, cursor: undefined }, locale);
  const api = await caller();
  const rows = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Awaited<ReturnType<typeof api.organization.list>> = await api.organization.list({
      ...filters,
      order: toNameOrder(locale),
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  const head = ["id", t("new.nameZh"), t("new.nameEn"), t("list.kind"), t("list.status")];
  return {
    name: t("title"),
    head: [...head, t("list.country"), t("list.province"), t("list.link")],
    rows: rows.map((row) => [
      row.publicId,
      row.nameZh,
      row.nameEn,
      t(`kind.${row.kind}`),
      t(`status.${row.status}`),
      row.country,
      provinceName(row.province, locale),
      row.links.join(" "),
    ]),
  };
}
