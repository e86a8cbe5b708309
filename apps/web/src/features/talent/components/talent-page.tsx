import { formatNumber } from "@lilink/i18n";
import { DescriptionList, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Talent } from "../queries.ts";
import { cellText, shareText } from "../view.ts";
import { DemandHeat } from "./demand-heat.tsx";
import { ProvinceTable } from "./province-table.tsx";
import { SkillTable } from "./skill-table.tsx";

const testing = "residual-value-testing";

/** Demand for people against what programmes give, with the testers of residual value as the first case. */
export function TalentPage({ talent, mayFile }: { readonly talent: Talent; readonly mayFile: boolean }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const testers = talent.items.find(({ skill }) => skill === testing);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        badges={<SampleBadge />}
        actions={
          <>
            {mayFile ? (
              <ButtonLink variant="accent" href="/skill-demands/new">
                {t("file")}
              </ButtonLink>
            ) : null}
            <ButtonLink href="/programmes">{t("programmes")}</ButtonLink>
          </>
        }
      />
      {talent.asOf ? (
        <DemandHeat talent={talent} />
      ) : (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href="/programmes">{t("programmes")}</ButtonLink>}
        />
      )}
      {talent.provinces.length > 0 ? (
        <Section id="provinces" title={t("byProvince")} fold="">
          <p className="mb-4 max-w-3xl text-sm text-muted">{t("byProvinceNote")}</p>
          <ProvinceTable talent={talent} />
        </Section>
      ) : null}
      <Section id="testers" title={t("testers")}>
        <p className="mb-3 text-muted">{t("testersLead")}</p>
        <DescriptionList
          items={[
            {
              key: "wanted",
              term: t("testersWanted", { year: String(talent.year) }),
              detail: testers?.wanted ? cellText(testers.wanted, locale) : t("unknown"),
            },
            {
              key: "laboratories",
              term: t("testersLaboratories"),
              detail: (
                <TextLink href={{ pathname: "/laboratories", query: { links: "recycling" } }}>
                  {formatNumber(talent.testers.laboratories, locale)}
                </TextLink>
              ),
            },
            {
              key: "seats",
              term: t("testersSeats"),
              detail: testers
                ? t("seatsBar", { seats: String(testers.seats), placed: String(testers.placed) })
                : t("unknown"),
            },
          ]}
        />
        <p className="mt-3">
          <TextLink href={{ pathname: "/postings", query: { concept: "residual-value" } }}>
            {t("testersMore")}
          </TextLink>
        </p>
      </Section>
      {talent.items.length > 0 ? (
        <Section id="seats" title={t("table")} fold="">
          {talent.mismatch === null ? null : (
            <p className="mb-1 font-medium">
              {t("mismatch", { share: shareText({ low: talent.mismatch, high: talent.mismatch }, locale) })}
            </p>
          )}
          {talent.seats.all > 0 ? (
            <p className="mb-1">
              {t("compound", { all: talent.seats.all, compound: talent.seats.compound })}
            </p>
          ) : null}
          <p className="mb-4 max-w-3xl text-sm text-muted">
            {talent.mismatch === null ? null : `${t("mismatchNote")} `}
            {t("tableNote")}
          </p>
          <SkillTable talent={talent} />
        </Section>
      ) : null}
    </>
  );
}
