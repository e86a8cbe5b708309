import type { CsvCell } from "@lilink/documents";
import { defaultLocale, isLocale, type Locale } from "@lilink/i18n";
import { answerTable } from "./answer-table.ts";
import { caller } from "./trpc/server.ts";

export type Api = Awaited<ReturnType<typeof caller>>;

/** What the address of a file says. */
export type Asked = {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly locale: Locale;
};

/** Makes the file of an address. */
export type Export = (asked: Asked) => Promise<Response>;

type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor: string | null };
type Turn = { readonly limit: number; readonly cursor?: string };

type ListExport<Row> = {
  /** So many rows at most; whoever needs more narrows the filter. */
  readonly most: number;
  /** The verb of the page and its filters, asked page by page. */
  readonly list: (
    api: Api,
    asked: Asked,
  ) => ((turn: Turn) => Promise<Page<Row>>) | Promise<(turn: Turn) => Promise<Page<Row>>>;
  readonly table: (locale: Locale) => {
    readonly name: string;
    readonly notice?: string | undefined;
    /** What else a workbook says of these rows. */
    readonly notes?: (rows: readonly Row[]) => readonly string[];
    readonly columns: readonly (readonly [header: string, cell: (row: Row) => CsvCell | undefined])[];
  };
};

/** A list as a file: the verb that its page reads, and its columns. */
export function listExport<Row>({ most, list, table }: ListExport<Row>): Export {
  return (asked) =>
    answerTable(asked.request, async () => {
      const read = await list(await caller(), asked);
      const rows: Row[] = [];
      for (let cursor: string | null | undefined; cursor !== null && rows.length < most; ) {
        const page: Page<Row> = await read({ limit: 100, ...(cursor ? { cursor } : {}) });
        rows.push(...page.items);
        cursor = page.nextCursor;
      }
      const { name, columns, notice, notes } = table(asked.locale);
      return {
        name,
        notice,
        notes: notes?.(rows),
        head: columns.map(([header]) => header),
        rows: rows.map((row) => columns.map(([, cell]) => cell(row) ?? null)),
      };
    });
}

export function toAsked(request: Request): Asked {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const locale = params.locale ?? "";
  return { request, params, locale: isLocale(locale) ? locale : defaultLocale };
}

export const notThere = (): Response => new Response(null, { status: 404 });
