import { toAgenda } from "@lilink/documents";
import { createTranslator } from "@lilink/i18n";
import { organizationName } from "#features/organization/view.ts";
import { answerFile } from "#lib/answer-file.ts";
import type { Export } from "#lib/define-export.ts";
import { notThere } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { readAppointments } from "./queries.ts";

/** A call that both sides agreed to, or one that was cancelled since, for the calendar of a phone: instants alone, so that no zone is wrong. [AP4] */
export const callFile: Export = async ({ locale, params }) => {
  const found = await readAppointments(params.introduction ?? "");
  const call = found?.calls.find(({ publicId }) => publicId === params.id);
  if (!found || !call || call.state === "lapsed") return notThere();
  return answerFile(async () => {
    const t = createTranslator(locale, "appointment");
    const { publicUrl } = runtime().config;
    const title = t("call.ics", { name: found.other ? organizationName(found.other, locale) : "LiLink" });
    const event = {
      id: `call:${call.publicId}@${new URL(publicUrl).host}`,
      ...{
        start: call.startsAt,
        end: call.endsAt,
        title,
        place: call.place,
        about: t(`state.${call.state}`),
      },
      ...{ version: call.version, cancelled: call.state === "cancelled" },
      url: new URL(`${locale === "en" ? "/en" : ""}/introductions/${found.introduction}`, publicUrl).href,
    };
    const body = Buffer.from(toAgenda(title, [event], new Date()));
    return { name: `${title}.ics`, type: "text/calendar; charset=utf-8", body };
  });
};
