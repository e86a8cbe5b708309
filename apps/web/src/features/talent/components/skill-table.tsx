import { formatNumber } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { SkillOutlook, Talent } from "../queries.ts";
import { byCoverage, shareText, skillName } from "../view.ts";
import { useOutlookColumns } from "./outlook-columns.tsx";
import { WantedText } from "./wanted-text.tsx";

/** Seats against demand by skill, with the forecast and how far off such a one was. [SK6] [SK7] */
export function SkillTable({ talent }: { readonly talent: Talent }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const none = <span className="text-muted">{t("unknown")}</span>;
  const isAsked = ({ wanted, next }: SkillOutlook) => wanted !== null || next !== null;
  const asked = byCoverage(talent.items).filter(isAsked);
  const idle = talent.items.filter((one) => !isAsked(one));
  const seated = idle.map(({ skill, seats }) =>
    t("idleOne", { skill: skillName(skill, locale), seats: formatNumber(seats, locale) }),
  );
  return (
    <>
      <DataTable
        caption={t("table")}
        rows={asked}
        rowKey={({ skill }) => skill}
        columns={[
          {
            key: "skill",
            label: t("skill"),
            lead: true,
            cell: ({ skill }: SkillOutlook) => skillName(skill, locale),
          },
          {
            key: "wanted",
            label: t("testersWanted", { year: String(talent.year) }),
            align: "end",
            cell: ({ wanted }: SkillOutlook) =>
              wanted ? <WantedText wanted={wanted} /> : <span className="text-muted">{t("unstated")}</span>,
          },
          {
            key: "seats",
            label: t("seats"),
            align: "end",
            cell: ({ seats }: SkillOutlook) => formatNumber(seats, locale),
          },
          {
            key: "placed",
            label: t("placed"),
            align: "end",
            cell: ({ placed }: SkillOutlook) => formatNumber(placed, locale),
          },
          {
            key: "coverage",
            label: t("coverage"),
            align: "end",
            cell: ({ coverage }: SkillOutlook) => (coverage ? shareText(coverage, locale) : none),
          },
          ...useOutlookColumns(talent.year),
        ]}
      />
      {idle.length > 0 ? (
        <p className="mt-2 text-sm text-muted">
          {t("idle", { skills: seated.join(locale === "en" ? ", " : "、") })}
        </p>
      ) : null}
    </>
  );
}
