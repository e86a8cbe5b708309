import { Badge, NoticeBox, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OriginMark } from "#features/target/components/target-marks.tsx";
import type { DefinitionData } from "../queries.ts";
import { AdoptButton } from "./adopt-button.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { CheckTable, ComponentTable, ConstantTable } from "./part-tables.tsx";
import { RuleList } from "./rule-list.tsx";
import { TermList } from "./term-list.tsx";
import { VersionChanges } from "./version-changes.tsx";
import { VersionList } from "./version-list.tsx";
import { WithdrawProposal } from "./withdraw-proposal.tsx";

/** How an indicator is computed: the version in force, those before it, and what is proposed. */
export function DefinitionSection({
  indicator,
  data,
}: {
  readonly indicator: string;
  readonly data: DefinitionData;
}) {
  const t = useTranslations("definition");
  const shown = data.versions.find(({ definition }) => definition.version === data.inForce);
  const proposed = data.versions.filter(({ adopted }) => !adopted);
  if (!shown)
    return (
      <Section id="definition" title={t("title")}>
        <p className="text-muted">{t("none")}</p>
      </Section>
    );
  const { definition } = shown;
  return (
    <Section
      id="definition"
      title={t("title")}
      // What is proposed is not hidden, nor from those who may propose.
      {...(data.mayPropose || data.versions.length > 1
        ? {}
        : {
            shut: true,
            fold: t("version", { version: definition.version, period: definition.fromPeriod }),
          })}
      action={
        data.mayPropose ? (
          <TextLink href={`/indicators/${indicator}/definition`}>{t("propose.link")}</TextLink>
        ) : null
      }
    >
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span>{t("version", { version: definition.version, period: definition.fromPeriod })}</span>
        <Badge tone="success">{t("inForce")}</Badge>
        <OriginMark origin="proposal" />
      </p>
      <p className="prose-measure mb-4 text-sm text-muted">{t("lead")}</p>
      <div className="flex flex-col gap-6">
        <MeasureTable definition={definition} usable={data.usable} />
        <TermList definition={definition} />
        <details>
          <summary className="cursor-pointer font-semibold">{t("more")}</summary>
          <div className="mt-4 flex flex-col gap-6">
            <RuleList definition={definition} />
            <ComponentTable definition={definition} usable={data.usable} />
            {definition.checks.length > 0 ? <CheckTable definition={definition} /> : null}
            {definition.constants.length > 0 ? <ConstantTable definition={definition} /> : null}
          </div>
        </details>
        {proposed.map((one) => (
          <NoticeBox
            key={one.definition.version}
            tone="info"
            title={t("labelled", {
              label: t("proposed"),
              text: t("version", { version: one.definition.version, period: one.definition.fromPeriod }),
            })}
          >
            <p className="mb-3">{one.reason}</p>
            <VersionChanges version={one} />
            {one.mayAdopt ? (
              <AdoptButton
                indicator={indicator}
                version={one.definition.version}
                period={one.definition.fromPeriod}
              />
            ) : (
              <p className="mt-3 text-sm">{t("adopt.other")}</p>
            )}
            {one.mayWithdraw ? (
              <div className="mt-3">
                <WithdrawProposal indicator={indicator} version={one.definition.version} />
              </div>
            ) : null}
          </NoticeBox>
        ))}
        <VersionList versions={data.versions.filter(({ adopted }) => adopted)} inForce={data.inForce} />
      </div>
    </Section>
  );
}
