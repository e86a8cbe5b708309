import { captureRef } from "@lilink/contract";
import { createTranslator } from "@lilink/i18n";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { caller } from "#lib/trpc/server.ts";

/** A file of codes or events that was sent, with its faults marked. */
export const markedBatteries: Export = async ({ params, locale }) => {
  const wanted = captureRef.safeParse(params);
  if (!wanted.success) return notThere();
  return answerFile(async () => {
    const { name, bytes } = await (await caller()).battery.readCapture(wanted.data);
    const t = createTranslator(locale, "file.template");
    return {
      name: `${t("marked", { name: name.replace(/\.[a-z0-9]+$/, "") })}.xlsx`,
      type: xlsxType,
      body: bytes,
    };
  });
};
