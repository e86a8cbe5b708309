import { glossOf } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";

/** The terms of a message in the other language, in the reader's own. [IN9] */
export function MessageGloss({ text }: { readonly text: string }) {
  const t = useTranslations("introduction.thread");
  const glosses = glossOf(text, useLocale() === "en" ? "en" : "zh");
  if (glosses.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
      <dt className="sr-only">{t("terms")}</dt>
      {glosses.map(({ word, name }) => (
        <dd key={word}>
          {word} = {name}
        </dd>
      ))}
    </dl>
  );
}
