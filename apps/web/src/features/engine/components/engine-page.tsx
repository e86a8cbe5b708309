import { formatDate } from "@lilink/i18n";
import { PageHeader, Section, Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { EngineData } from "../queries.ts";
import { EngineSummary } from "./engine-summary.tsx";
import { VersionSection } from "./version-section.tsx";

/** What the engine learned, what that would change, and the secretary's decisions. */
export function EnginePage({ engine }: { readonly engine: EngineData }) {
  const t = useTranslations("engine");
  const locale = useLocale();
  const { versions, decisions, mayDecide } = engine;
  return (
    <>
      <PageHeader
        up={<TextLink href="/board/market">{t("up")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <EngineSummary engine={engine} />
      {versions.map((version) => (
        <VersionSection key={version.version} version={version} mayDecide={mayDecide} />
      ))}
      <Section id="decisions" title={t("decisions.title")}>
        {decisions.length === 0 ? (
          <p className="text-muted">{t("decisions.none")}</p>
        ) : (
          <Timeline
            label={t("decisions.title")}
            events={decisions.map(({ version, adopted, reason, by, at }) => ({
              key: `${version} ${at.toISOString()}`,
              when: formatDate(at, locale, "time"),
              dateTime: at.toISOString(),
              title: t(adopted ? "decisions.adopted" : "decisions.kept", { version }),
              body: t("decisions.by", { name: by ?? t("decisions.nobody"), reason }),
            }))}
          />
        )}
      </Section>
    </>
  );
}
