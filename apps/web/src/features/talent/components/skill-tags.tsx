import { tagSkills } from "@lilink/model/people/tag";
import type { PostingPartFields } from "@lilink/model/posting";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { skillName } from "../view.ts";

/** The skills that a posting about people names, as its reader reads it: proposals, which nobody stores. [SK2] */
export function SkillTags({ fields }: { readonly fields: PostingPartFields }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const isOfPeople =
    fields.cooperation?.includes("training") ||
    fields.figures?.some(({ attribute }) => attribute === "persons");
  const text = [fields.title, fields.summary, fields.description].filter(Boolean).join("\n");
  const tags = isOfPeople ? tagSkills(text) : [];
  if (tags.length === 0) return null;
  return (
    <Section id="skills" title={t("named")}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {tags.map(({ skill }) => (
          <li key={skill}>
            <TextLink href="/talent">{skillName(skill, locale)}</TextLink>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">{t("namedNote")}</p>
    </Section>
  );
}
