import { readerHalf } from "@lilink/i18n";
import { Badge, DataTable, Section, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Award } from "../queries.ts";
import { axisOf, dayText } from "../view.ts";
import { Gantt } from "./gantt.tsx";
import { MilestoneActs } from "./milestone-acts.tsx";
import { OutputTable } from "./output-table.tsx";
import { PathPart } from "./path-part.tsx";
import { MilestoneForm } from "./project-forms.tsx";

type Given = Pick<Award, "award" | "project"> & { readonly keeps: boolean; readonly today: string };
type Milestone = Award["project"]["milestones"][number];
type Line = NonNullable<Award["project"]["path"]>["lines"][number];

const tones: Readonly<Record<Milestone["state"], Tone>> = {
  planned: "neutral",
  told: "info",
  reached: "success",
  missed: "danger",
  dropped: "neutral",
};

/** The work of a project: promise and now on one line for each milestone, and what came of it. [FU22] [FU23] */
export function ProjectPart({ award, project, keeps, today }: Given) {
  const t = useTranslations("fund");
  const locale = useLocale();
  const { milestones, slip, isPartner, path } = project;
  const isRunning = award.state === "active";
  const mayPlan = award.isOwn && isRunning;
  const days = milestones.flatMap((one) => [
    one.baselineFrom,
    one.baselineOn,
    one.dueOn,
    one.endedOn ?? one.dueOn,
  ]);
  const ends = [project.forecast?.p90, path?.endOn, project.until].filter((day) => day !== undefined);
  const axis = axisOf([award.startsOn, today, ...days, ...ends]);
  const titleOf = (id: string) => milestones.find(({ publicId }) => publicId === id)?.title ?? id;
  const lineOf = (id: string) => path?.lines.find((line) => line.id === id) ?? null;
  const side = award.isOwn ? "own" : isPartner || keeps ? "outside" : null;
  return (
    <>
      <Section
        id="milestones"
        title={t("project.milestones")}
        action={
          slip === null ? null : (
            <span className="text-muted">
              {t(slip < 0 ? "project.ahead" : "project.slip", { days: Math.abs(Math.round(slip)) })}
            </span>
          )
        }
      >
        <p className="prose-measure mb-4 text-sm text-muted">{t("project.lead")}</p>
        {milestones.length > 0 ? <Gantt project={project} axis={axis} today={today} /> : null}
        <PathPart project={project} />
        <DataTable
          caption={t("project.milestones")}
          rows={milestones}
          rowKey={({ publicId }) => publicId}
          groupOf={({ workPackage }) => ({ key: workPackage, heading: readerHalf(workPackage, locale) })}
          empty={<p className="text-sm text-muted">{t("project.none")}</p>}
          columns={[
            {
              key: "title",
              label: t("project.milestone"),
              lead: true,
              cell: ({ title, measure, after, points, changes }) => (
                <span className="flex min-w-40 flex-col">
                  <OwnWords>{title}</OwnWords>
                  <span className="text-sm text-muted">
                    <OwnWords>{measure}</OwnWords>
                  </span>
                  {after.length > 0 ? (
                    <span className="text-sm text-muted">
                      {t("path.after", { titles: after.map(titleOf).join(locale === "en" ? "; " : "；") })}
                    </span>
                  ) : null}
                  {points ? <span className="text-sm text-muted">{t("path.pointsOf", points)}</span> : null}
                  {changes.map(({ kind, on, reason: why, dueOn: planned }, at) => (
                    <span key={at} className="text-sm text-muted">
                      {t(`path.change.${kind}`, {
                        on: dayText(on, locale),
                        day: dayText(planned, locale),
                        reason: readerHalf(why, locale),
                      })}
                    </span>
                  ))}
                </span>
              ),
            },
            {
              key: "promised",
              label: t("award.promised"),
              className: "whitespace-nowrap",
              cell: ({ baselineOn }) => dayText(baselineOn, locale),
            },
            {
              key: "now",
              label: t("award.now"),
              cell: ({ dueOn, endedOn, moves }) =>
                `${dayText(endedOn ?? dueOn, locale)}${moves > 0 ? ` (${t("project.moves", { moves })})` : ""}`,
            },
            {
              key: "expected",
              label: t("path.expected"),
              cell: ({ publicId, endedOn, slip }) => (
                <Expected line={lineOf(publicId)} isOnTime={endedOn !== null && (slip ?? 0) <= 0} />
              ),
            },
            {
              key: "slip",
              label: t("project.slipShort"),
              align: "end",
              cell: ({ slip: own }) => (own === null ? null : t("project.days", { days: own })),
            },
            {
              key: "state",
              label: t("own.state"),
              speaks: true,
              cell: ({ state, dueOn, reason, verifiedBy, changes }) => (
                <span className="flex flex-col items-start gap-1">
                  <Badge tone={tones[state]}>{t(`milestoneState.${state}`)}</Badge>
                  {state === "planned" && dueOn < today ? (
                    <Badge tone="danger">{t("project.overdue")}</Badge>
                  ) : null}
                  {verifiedBy ? (
                    <span className="text-sm text-muted">
                      {t("project.verified", { by: organizationName(verifiedBy, locale) })}
                    </span>
                  ) : null}
                  {reason && changes.every(({ reason: why }) => why !== reason) ? (
                    <span className="text-sm text-muted">
                      <OwnWords>{reason}</OwnWords>
                    </span>
                  ) : null}
                </span>
              ),
            },
            ...(side === null || !isRunning
              ? []
              : [
                  {
                    key: "act",
                    label: t("award.act"),
                    cell: (milestone: Milestone) => (
                      <MilestoneActs
                        milestone={milestone}
                        others={milestones.filter(({ publicId }) => publicId !== milestone.publicId)}
                        side={side}
                        isAlone={award.researchClass === "basic"}
                        today={today}
                      />
                    ),
                  },
                ]),
          ]}
        />
        {mayPlan ? (
          <div className="mt-6">
            <MilestoneForm publicId={award.publicId} />
          </div>
        ) : null}
      </Section>
      <OutputTable award={award} outputs={project.outputs} mayTell={mayPlan} />
    </>
  );
}

/** When a milestone ends as things stand, and how much later it may end. */
function Expected({ line, isOnTime }: { readonly line: Line | null; readonly isOnTime: boolean }) {
  const t = useTranslations("fund");
  const locale = useLocale();
  if (line?.slack == null) return isOnTime ? t("project.onTime") : null;
  return (
    <span className="flex flex-col items-start gap-1">
      <span className="whitespace-nowrap">{dayText(line.endOn, locale)}</span>
      {line.slack === 0 ? (
        <Badge tone="warning">{t("path.critical")}</Badge>
      ) : (
        <span className="text-sm text-muted">{t("path.slackOf", { days: line.slack })}</span>
      )}
    </span>
  );
}
