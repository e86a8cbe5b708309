import { formatNumber } from "@lilink/i18n";
import { DescriptionList, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Talent } from "../queries.ts";
import { leastCovered, shareText, skillName } from "../view.ts";
import { DemandHeat } from "./demand-heat.tsx";
import { ProvinceTable } from "./province-table.tsx";
import { SkillTable } from "./skill-table.tsx";
import { WantedText } from "./wanted-text.tsx";

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
      {talent.items.length > 0 ? <Seats talent={talent} /> : null}
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
              detail: testers?.wanted ? <WantedText wanted={testers.wanted} /> : t("unknown"),
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
    </>
  );
}

const mostNamed = 4;

/** The answer first: where seats are missing, then the table of all skills. [SK6] */
function Seats({ talent }: { readonly talent: Talent }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const least = leastCovered(talent.items, mostNamed);
  return (
    <Section id="seats" title={t("table")}>
      {least.length > 0 ? (
        <p className="mb-1 max-w-3xl font-medium">
          {t("missing", {
            skills: least
              .map(({ skill, coverage }) =>
                t("missingOne", {
                  skill: skillName(skill, locale),
                  share: coverage ? shareText(coverage, locale) : "",
                }),
              )
              .join(locale === "en" ? ", " : "、"),
          })}
        </p>
      ) : null}
      <details className="mb-4 max-w-3xl text-sm text-muted">
        <summary className="w-fit cursor-pointer">{t("how")}</summary>
        <div className="mt-2 flex flex-col gap-1">
          {talent.seats.all > 0 ? (
            <p>{t("compound", { all: talent.seats.all, compound: talent.seats.compound })}</p>
          ) : null}
          {talent.mismatch === null ? null : (
            <p>
              {t("mismatch", { share: shareText({ low: talent.mismatch, high: talent.mismatch }, locale) })}{" "}
              {t("mismatchNote")}
            </p>
          )}
          <p>{t("tableNote")}</p>
        </div>
      </details>
      <SkillTable talent={talent} />
    </Section>
  );
}
