import { publicIdSchema } from "@lilink/contract";
import { type FiguresOf, toTemplate, writeWorkbook } from "@lilink/documents";
import { createTranslator, defaultLocale, isLocale, type Locale } from "@lilink/i18n";
import { splitSheet } from "#features/return/view.ts";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { caller } from "#lib/trpc/server.ts";

/** The template of one's own return, with what stands in it already. */
export function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const asked = params.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const publicId = publicIdSchema.safeParse(params.get("return"));
  if (!publicId.success) return Promise.resolve(new Response(null, { status: 404 }));
  return answerFile(async () => {
    const api = await caller();
    const of = await api.return.loadTemplate({ publicId: publicId.data });
    const figuresOf: FiguresOf = async function* (component) {
      let cursor: string | undefined;
      do {
        const page = await api.return.listFigures({ publicId: of.publicId, component, limit: 1000, cursor });
        yield* page.items;
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
    };
    const about = { "zh-CN": aboutIn("zh-CN", of), en: aboutIn("en", of) };
    const t = createTranslator(locale, "file.template");
    return {
      name: `${t("name", wordsOf(locale, of))}.xlsx`,
      type: xlsxType,
      body: writeWorkbook(toTemplate(of, figuresOf, about, locale)),
    };
  });
}

type Named = { readonly period: string; readonly sheet: string };

function wordsOf(locale: Locale, { period, sheet }: Named) {
  const { link, frequency } = splitSheet(sheet);
  return {
    period,
    link: createTranslator(locale, "common.link")(link),
    frequency: createTranslator(locale, "return.frequency")(frequency),
  };
}

function aboutIn(locale: Locale, of: Named): string {
  return createTranslator(locale, "file.template")("about", wordsOf(locale, of));
}
