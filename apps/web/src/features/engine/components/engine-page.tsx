import { formatDate } from "@lilink/i18n";
import { PageHeader, Section, Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { EngineData, EngineVersion } from "../queries.ts";
import { changesNothing } from "../view.ts";
import { EngineSummary } from "./engine-summary.tsx";
import { ReasonWeights } from "./reason-weights.tsx";
import { VersionSection } from "./version-section.tsx";
import { useVersionName } from "./version-words.ts";

/** How matches are ranked, what a proposed version would change, and the secretary's decisions. */
export function EnginePage({ engine }: { readonly engine: EngineData }) {
  const t = useTranslations("engine");
  const locale = useLocale();
  const nameOf = useVersionName();
  const { versions, decisions, mayDecide } = engine;
  const isOpen = ({ state, learned }: EngineVersion) =>
    state === "proposed" && learned !== null && !changesNothing(learned.report);
  const open = versions.filter(isOpen);
  // Of a version that was set by hand and ranks, the summary says all there is.
  const others = versions.filter((one) => !isOpen(one) && (one.learned || one.state !== "inUse"));
  return (
    <>
      <PageHeader
        up={<TextLink href="/board/market">{t("up")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <EngineSummary engine={engine} />
      <ReasonWeights weights={engine.weights} start={engine.start} examples={engine.examples} />
      {open.map((version) => (
        <VersionSection key={version.version} version={version} mayDecide={mayDecide} />
      ))}
      {decisions.length > 0 ? (
        <Section id="decisions" title={t("decisions.title")}>
          <Timeline
            label={t("decisions.title")}
            events={decisions.map(({ version, adopted, reason, by, at }) => ({
              key: `${version} ${at.toISOString()}`,
              when: formatDate(at, locale, "time"),
              dateTime: at.toISOString(),
              title: t(adopted ? "decisions.adopted" : "decisions.kept", { version: nameOf(version) }),
              body: t("decisions.by", { name: by ?? t("decisions.nobody"), reason }),
            }))}
          />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section id="versions" title={t("earlier")} fold={others.length} shut>
          {others.map((version) => (
            <VersionSection key={version.version} version={version} mayDecide={mayDecide} />
          ))}
        </Section>
      ) : null}
    </>
  );
}
