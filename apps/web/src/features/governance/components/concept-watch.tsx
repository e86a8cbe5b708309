import { type Locale, recordWords } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText, showDay } from "#features/record/view.ts";
import { readConceptWatch } from "../queries.ts";

/** On the page of a concept, for members: what happens abroad about it. Nothing where nothing was filed. [WA6] */
export async function ConceptWatch({
  concept,
  locale,
}: {
  readonly concept: string;
  readonly locale: Locale;
}) {
  const items = await readConceptWatch(concept);
  if (items.length === 0) return null;
  const t = await getTranslations("governance.watch");
  const words = recordWords("watchItem", locale);
  return (
    <Section id="watch" title={t("concept")} action={<TextLink href="/watch-items">{words.title}</TextLink>}>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ publicId, titleZh, titleEn, country, happenedOn, state }) => (
          <li key={publicId} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <TextLink href={`/watch-items/${publicId}`}>
              {ownText({ zh: titleZh, en: titleEn }, locale)}
            </TextLink>
            <span className="text-sm text-muted">
              {[
                country ? new Intl.DisplayNames(locale, { type: "region" }).of(country) : null,
                happenedOn ? showDay(happenedOn, locale) : null,
                words.state(state),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
