import { formatShare, type Locale } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { readConceptSupply } from "../queries.ts";
import { sourceName } from "../view.ts";

/** Tells the owner of a live need, in a quiet line, that one country sends more of what it asks for than the group wants of any. [SU10] */
export async function SingleSource({
  concept,
  locale,
}: {
  readonly concept: string;
  readonly locale: Locale;
}) {
  const [t, { imports }] = await Promise.all([getTranslations("supply"), readConceptSupply(concept)]);
  const known = findConcept(concept);
  if (!imports?.isSingle || !known) return null;
  return (
    <p className="prose-measure my-6 text-sm text-muted">
      <span className="block font-medium">{t("concept.single")}</span>
      {t("concept.singleLine", {
        name: asLabel(nameOf(known, locale), locale),
        source: sourceName(imports.top.source, locale, t("rest")),
        share: formatShare(imports.top.share, locale),
        ceiling: imports.ceiling,
        set: imports.isCeilingSet ? "yes" : "no",
      })}{" "}
      <TextLink href={`/chain/${concept}#supply`}>{t("concept.open")}</TextLink>
    </p>
  );
}
