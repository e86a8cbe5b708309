import type { Locale } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { conceptName } from "#features/posting/view.ts";
import { loadTeam } from "../queries.ts";
import { PathList } from "./path-list.tsx";
import { TeamTable } from "./team-table.tsx";

export type TeamSectionProps = {
  readonly publicId: string;
  /** Whether the viewer may ask for introductions at all. */
  readonly mayAsk: boolean;
};

/** Teams for a project: what it needs, the smallest sets of postings that bring it, and the paths through it. */
export async function TeamSection({ publicId, mayAsk }: TeamSectionProps) {
  const [t, locale, team] = await Promise.all([
    getTranslations("market.team"),
    getLocale(),
    loadTeam(publicId),
  ]);
  const { competences, held, uncovered, teams, paths } = team;
  const names = (ids: readonly string[]) => listText(ids, locale);
  return (
    <div className="mt-10">
      <Section id="team" title={t("title")}>
        <p className="prose-measure mb-2 text-sm text-muted">{t("lead")}</p>
        <ul className="mb-3 flex flex-col gap-1">
          <li>{t("needs", { names: names(competences.map(({ concept }) => concept)) })}</li>
          {held.length > 0 ? <li>{t("held", { names: names(held) })}</li> : null}
          {uncovered.length > 0 ? <li>{t("uncovered", { names: names(uncovered) })}</li> : null}
        </ul>
        {teams.length === 0 ? (
          <p className="border-y border-line py-3 text-muted">{t("none")}</p>
        ) : (
          <ol className="flex flex-col gap-5">
            {teams.map(({ members }, index) => (
              <li key={members.map((one) => one.publicId).join(" ")}>
                <h3 className="mb-1 font-medium">
                  {t(index === 0 ? "best" : "alternative", { number: index, count: members.length })}
                </h3>
                <TeamTable members={members} project={team.own && mayAsk ? publicId : null} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      {paths.length > 0 ? <PathList paths={paths} /> : null}
    </div>
  );
}

function listText(ids: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(
    ids.map((id) => conceptName(id, locale)),
  );
}
