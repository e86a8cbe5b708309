import { Badge, DataTable, Section, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Award } from "../queries.ts";
import { type Axis, axisOf, dayText, placeOn } from "../view.ts";
import { MilestoneActs } from "./milestone-acts.tsx";
import { OutputForm } from "./output-form.tsx";
import { Years } from "./plan-ribbon.tsx";
import { MilestoneForm } from "./project-forms.tsx";

type Given = Pick<Award, "award" | "project"> & { readonly keeps: boolean; readonly today: string };
type Milestone = Award["project"]["milestones"][number];

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
  const relay = useTranslations("relay.offer");
  const locale = useLocale();
  const { milestones, outputs, slip, isPartner } = project;
  const isRunning = award.state === "active";
  const mayPlan = award.isOwn && isRunning;
  const days = milestones.flatMap((one) => [
    one.baselineFrom,
    one.baselineOn,
    one.dueOn,
    one.endedOn ?? one.dueOn,
  ]);
  const axis = axisOf([award.startsOn, today, ...days]);
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
        {milestones.length > 0 ? <Gantt milestones={milestones} axis={axis} today={today} /> : null}
        <DataTable
          caption={t("project.milestones")}
          rows={milestones}
          rowKey={({ publicId }) => publicId}
          groupOf={({ workPackage }) => ({ key: workPackage, heading: workPackage })}
          empty={<p className="text-sm text-muted">{t("project.none")}</p>}
          columns={[
            {
              key: "title",
              label: t("project.milestone"),
              lead: true,
              cell: ({ title, measure }) => (
                <span className="flex min-w-40 flex-col">
                  <OwnWords>{title}</OwnWords>
                  <span className="text-sm text-muted">
                    <OwnWords>{measure}</OwnWords>
                  </span>
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
              className: "whitespace-nowrap",
              cell: ({ dueOn, endedOn, moves }) =>
                `${dayText(endedOn ?? dueOn, locale)}${moves > 0 ? ` (${t("project.moves", { moves })})` : ""}`,
            },
            {
              key: "slip",
              label: t("project.slipShort"),
              align: "end",
              cell: ({ slip: own }) => (own === null ? "–" : t("project.days", { days: own })),
            },
            {
              key: "state",
              label: t("own.state"),
              speaks: true,
              cell: ({ state, dueOn, reason, verifiedBy }) => (
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
                  {reason ? <span className="text-sm text-muted">{reason}</span> : null}
                </span>
              ),
            },
            ...(side === null || !isRunning
              ? []
              : [
                  {
                    key: "act",
                    label: t("award.act"),
                    cell: ({ publicId, state, dueOn }: Milestone) => (
                      <MilestoneActs
                        publicId={publicId}
                        state={state}
                        dueOn={dueOn}
                        side={side}
                        isAlone={award.researchClass === "basic"}
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
      <Section id="outputs" title={t("project.outputs")}>
        <DataTable
          caption={t("project.outputs")}
          rows={outputs}
          rowKey={({ publicId }) => publicId}
          empty={<p className="text-sm text-muted">{t("project.noOutputs")}</p>}
          columns={[
            {
              key: "title",
              label: t("project.output"),
              lead: true,
              cell: ({ title, contributors, also }) => (
                <span className="flex flex-col">
                  <OwnWords>{title}</OwnWords>
                  {contributors.map(({ name, roles, share }) => (
                    <span key={name} className="text-sm text-muted">
                      {`${name} ${share}\u00a0% · ${roles.map((role) => t(`credit.${role}`)).join(locale === "en" ? ", " : "、")}`}
                    </span>
                  ))}
                  {also.map((other) => (
                    <span key={other.publicId} className="text-sm text-warning">
                      <TextLink href={`/fund/awards/${other.publicId}`}>
                        {t("project.also", { title: other.title, share: other.share })}
                      </TextLink>
                    </span>
                  ))}
                </span>
              ),
            },
            { key: "kind", label: t("project.kind"), cell: ({ kind }) => t(`outputKind.${kind}`) },
            { key: "identifier", label: t("project.identifier"), cell: ({ identifier }) => identifier },
            { key: "on", label: t("project.madeOn"), cell: ({ madeOn }) => dayText(madeOn, locale) },
            { key: "share", label: t("project.share"), align: "end", cell: ({ share }) => `${share} %` },
            {
              key: "relay",
              label: t("project.relay"),
              cell: ({ result, publicId, kind }) =>
                result ? (
                  <TextLink href={`/fund/relay/${result}`}>{relay("onBoard")}</TextLink>
                ) : award.isOwn && kind !== "person_trained" ? (
                  <TextLink href={`/fund/relay?${new URLSearchParams({ of: publicId })}#offer`}>
                    {relay("offerThis")}
                  </TextLink>
                ) : null,
            },
          ]}
        />
        {mayPlan ? (
          <div className="mt-6">
            <OutputForm publicId={award.publicId} />
          </div>
        ) : null}
      </Section>
    </>
  );
}

/** Promise above, now below, on one axis of years; the table says the same in days. */
function Gantt({
  milestones,
  axis,
  today,
}: {
  readonly milestones: readonly Milestone[];
  readonly axis: Axis;
  readonly today: string;
}) {
  const t = useTranslations("fund.project");
  return (
    <div aria-hidden className="mb-6">
      <div className="mb-1 grid gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <span className="flex gap-4 text-xs text-muted">
          <Key className="border-edge bg-sunken">{t("promise")}</Key>
          <Key className="border-chain bg-chain">{t("nowBar")}</Key>
        </span>
        <span className="relative block h-4">
          <Years axis={axis} isNamed />
        </span>
      </div>
      {milestones.map(({ publicId, title, baselineFrom, baselineOn, dueOn, endedOn, state }) => (
        <div
          key={publicId}
          className="grid items-center gap-x-4 border-b border-line py-1 sm:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <span className="truncate text-sm">{title}</span>
          <span className="relative block h-7">
            <Years axis={axis} isNamed={false} />
            <Bar
              axis={axis}
              from={baselineFrom}
              to={baselineOn}
              className="top-1 border border-edge bg-sunken"
            />
            <Bar
              axis={axis}
              from={baselineFrom}
              to={endedOn ?? dueOn}
              className={`top-4 ${state === "missed" ? "bg-danger" : state === "dropped" ? "bg-edge" : "bg-chain"}`}
            />
            <span
              className="absolute inset-y-0 border-l border-dashed border-ink"
              style={{ left: `${placeOn(today, axis) * 100}%` }}
            />
          </span>
        </div>
      ))}
    </div>
  );
}

function Bar({
  axis,
  from,
  to,
  className,
}: {
  readonly axis: Axis;
  readonly from: string;
  readonly to: string;
  readonly className: string;
}) {
  const [start, end] = [placeOn(from, axis), placeOn(to, axis)];
  return (
    <span
      className={`absolute h-2 ${className}`}
      style={{ left: `${start * 100}%`, width: `${Math.max(0.5, (end - start) * 100)}%` }}
    />
  );
}

function Key({ className, children }: { readonly className: string; readonly children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`h-2 w-4 border ${className}`} />
      {children}
    </span>
  );
}
