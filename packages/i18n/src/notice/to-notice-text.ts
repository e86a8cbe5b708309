import type { NoticeKind } from "@lilink/model/notice";
import { createTranslator } from "../create-translator.ts";
import type { Locale } from "../locale.ts";

export type NoticeText = { readonly title: string; readonly body: string };

/** Every parameter that a notice text may name; what a notice does not carry reads as empty. */
const noParams = {
  title: "",
  organization: "",
  inviter: "",
  role: "",
  decision: "",
  reason: "",
  name: "",
  change: "",
  kind: "",
  finding: "",
  note: "",
  day: "",
  until: "",
  meeting: "",
  dueOn: "",
  count: "0",
};

/** The words of a notice, the same on the screen and in a letter. */
export function toNoticeText(
  locale: Locale,
  kind: NoticeKind,
  params: Readonly<Record<string, string>>,
): NoticeText {
  const t = createTranslator(locale, "notice.kind");
  const given = { ...noParams, ...params, count: Number(params.count ?? 0) };
  return { title: t(`${kind}.title`, given), body: t(`${kind}.body`, given) };
}
