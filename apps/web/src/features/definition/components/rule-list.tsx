import { type Definition, findCodeName } from "@lilink/model/goals/definition";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import { namesOf } from "../view.ts";

type RuleKey = "basis" | "frequency" | "reporters" | "audience" | "breakdowns" | "range" | "lag";

/** How often, by whom, for whom and in which bounds. */
export function RuleList({ definition }: { readonly definition: Definition }) {
  const t = useTranslations("definition");
  const kinds = useTranslations("organization.kind");
  const locale = useLocale();
  const { basis, frequency, reporters, audience, breakdowns, range, releaseLagQuarters } = definition;
  const links = reporters.links.map((link) => {
    const name = findCodeName({ terms: [] }, "link", link);
    return name ? inLocale(name, locale) : link;
  });
  const items: { key: RuleKey; detail: string }[] = [
    { key: "basis", detail: t(`basis.${basis}`) },
    { key: "frequency", detail: t(`frequency.${frequency}`) },
    ...(basis === "platform"
      ? []
      : [
          {
            key: "reporters" as const,
            detail: `${reporters.kinds.map((kind) => kinds(kind)).join(" / ")} · ${links.join(" / ")}`,
          },
        ]),
    { key: "audience", detail: t(`audience.${audience}`) },
    {
      key: "breakdowns",
      detail: breakdowns
        .map((one) => (one.length === 0 ? t("rule.total") : namesOf(one, locale)))
        .join(" · "),
    },
    ...(range
      ? [{ key: "range" as const, detail: t("rule.rangeValue", { low: range[0], high: range[1] }) }]
      : []),
    { key: "lag", detail: t("rule.lagValue", { count: releaseLagQuarters }) },
  ];
  return (
    <div>
      <h3 className="mb-1 font-semibold">{t("rules")}</h3>
      <DescriptionList items={items.map(({ key, detail }) => ({ key, term: t(`rule.${key}`), detail }))} />
    </div>
  );
}
