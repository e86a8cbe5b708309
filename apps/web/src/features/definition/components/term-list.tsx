import type { Definition } from "@lilink/model/goals/definition";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import { codesOf } from "../view.ts";
import { SourceText } from "./source-text.tsx";

/** What words such as "high-end" count, from the version's period on. */
export function TermList({ definition }: { readonly definition: Definition }) {
  const t = useTranslations("definition");
  const locale = useLocale();
  if (definition.terms.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-semibold">{t("terms")}</h3>
      <DescriptionList
        items={definition.terms.map(({ code, name, text, source, dimension, codes }) => ({
          key: `${dimension ?? ""} ${code}`,
          term: inLocale(name, locale),
          detail: (
            <>
              <p>{inLocale(text, locale)}</p>
              {dimension && codes ? (
                <p className="text-sm text-muted">
                  {t("labelled", {
                    label: t("column.codes"),
                    text: codesOf({ terms: [] }, dimension, codes, locale),
                  })}
                </p>
              ) : null}
              <p className="text-sm text-muted">
                {t("labelled", { label: t("column.source"), text: "" })}
                <SourceText source={source} />
              </p>
            </>
          ),
        }))}
      />
    </div>
  );
}
