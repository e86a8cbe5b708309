import { importFileSchema, publicIdSchema } from "@lilink/contract";
import { type FiguresOf, toTemplate, writeWorkbook } from "@lilink/documents";
import { createTranslator, type Locale } from "@lilink/i18n";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { caller } from "#lib/trpc/server.ts";
import { splitSheet } from "./view.ts";

/** The template of one's own return, with what stands in it already. */
export const template: Export = async ({ params, locale }) => {
  const publicId = publicIdSchema.safeParse(params.return);
  if (!publicId.success) return notThere();
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
};

/** A file that was sent for a return, as it was or with its faults marked. */
export const sentFile: Export = async ({ params, locale }) => {
  const wanted = importFileSchema.safeParse({
    publicId: params.return,
    import: params.import,
    which: params.which,
  });
  if (!wanted.success) return notThere();
  return answerFile(async () => {
    const { name, bytes } = await (await caller()).return.readImportFile(wanted.data);
    if (wanted.data.which === "original") return { name, type: "application/octet-stream", body: bytes };
    const t = createTranslator(locale, "file.template");
    return {
      name: `${t("marked", { name: name.replace(/\.[a-z0-9]+$/, "") })}.xlsx`,
      type: xlsxType,
      body: bytes,
    };
  });
};

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
