import { importFileSchema } from "@lilink/contract";
import { createTranslator, defaultLocale, isLocale } from "@lilink/i18n";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { caller } from "#lib/trpc/server.ts";

/** A file that was sent for a return, as it was or with its faults marked. */
export function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const asked = params.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const wanted = importFileSchema.safeParse({
    publicId: params.get("return"),
    import: params.get("import"),
    which: params.get("which"),
  });
  if (!wanted.success) return Promise.resolve(new Response(null, { status: 404 }));
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
}
