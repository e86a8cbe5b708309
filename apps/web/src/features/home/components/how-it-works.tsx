import { DescriptionList, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";

const steps = ["post", "match", "introduce", "record"] as const;
const levels = ["everyone", "member", "partner"] as const;

/** Four steps from a posting to a recorded outcome. */
export function HowItWorks() {
  const t = useTranslations("home.steps");
  return (
    <Section id="how" title={t("title")}>
      <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step} className="border-t border-edge pt-2">
            <p className="font-semibold">
              <span className="mr-2 text-muted tabular-nums">{index + 1}</span>
              {t(step)}
            </p>
            <p className="text-muted">{t(`${step}Body`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Each level of disclosure in a sentence. */
export function WhoSeesWhat() {
  const t = useTranslations("home.trust");
  return (
    <Section id="levels" title={t("title")}>
      <DescriptionList
        items={levels.map((level) => ({ key: level, term: t(level), detail: t(`${level}Body`) }))}
      />
    </Section>
  );
}
