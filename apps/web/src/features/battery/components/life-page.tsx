import { formatChance, formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { explainCode } from "@lilink/model/trace/code";
import {
  Badge,
  Button,
  DescriptionList,
  EmptyState,
  Field,
  PageHeader,
  Section,
  TextInput,
} from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import type { BatteryLife, Passport } from "../queries.ts";
import { leadsOn, nextVerbOf, type ReportStart } from "../view.ts";
import { CodeStrip } from "./code-strip.tsx";
import { CodeText } from "./code-text.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { EventTable } from "./event-table.tsx";
import { FamilyGraph } from "./family-graph.tsx";
import { GatePicture } from "./gate-picture.tsx";
import { KnownDays } from "./known-days.tsx";
import { LifeLead } from "./life-lead.tsx";
import { LifePicture } from "./life-picture.tsx";
import { LifeWork } from "./life-work.tsx";
import { PassportPanel } from "./passport-panel.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { ReportForm } from "./report-form.tsx";

const today = () => toShanghaiDate(new Date());

/** The life of one battery: what it is, what happened to it, and what was known of that on a day. */
export function LifePage({
  life,
  knownOn,
  pass,
  keeps,
  settles,
  start,
  day,
}: {
  readonly life: BatteryLife;
  readonly knownOn: string | undefined;
  readonly pass: Passport;
  /** Whether the reader reports events of batteries. */
  readonly keeps: boolean;
  /** Whether the reader decides between two words about a hand-over. */
  readonly settles: boolean;
  /** What the form begins with. */
  readonly start: ReportStart | null;
  /** The day of the event with which a correction begins. */
  readonly day: string | undefined;
}) {
  const t = useTranslations("battery.life");
  const states = useTranslations("battery.state");
  const locale = useLocale();
  const gates = useTranslations("residual.tests");
  const { code, unit, state, gate, events, codes } = life;
  const path = `/batteries/${code}`;
  const [before, after] = t("title", { code: "\n" }).split("\n");
  const correctable = events
    .map((event, at) => ({ ...event, number: at + 1 }))
    .filter(({ said, correctedBy }) => said !== null && correctedBy === null);
  const outside = events.filter(
    ({ flags, correctedBy }) => flags.includes("unlicensed") && correctedBy === null,
  ).length;
  const isOver = !leadsOn(state);
  return (
    <>
      <PageHeader
        title={
          <>
            {before}
            <CodeText code={code} />
            {after}
          </>
        }
        up={<TextLink href="/batteries">{t("up")}</TextLink>}
        badges={<Badge tone="recycling">{states(state)}</Badge>}
      />
      {knownOn ? null : <LifeLead life={life} today={today()} />}
      <div className="mb-10">
        <DescriptionList
          items={[
            ...(knownOn
              ? [
                  {
                    key: "now",
                    term: t("now"),
                    detail: `${states(state)} (${t("asKnown", { date: formatDate(knownOn, locale) })})`,
                  },
                ]
              : []),
            {
              key: "energy",
              term: t("energy"),
              detail: unit
                ? [
                    unit.kwh && `${Number(unit.kwh)} kWh`,
                    unit.ah && `${Number(unit.ah)} Ah`,
                    unit.kg && `${Number(unit.kg)} kg`,
                  ]
                    .filter(Boolean)
                    .join(" · ") || t("notFiled")
                : t("notFiled"),
            },
            {
              key: "channel",
              term: t("channel.title"),
              detail: outside === 0 ? t("channel.inside") : t("channel.outside", { count: outside }),
            },
            ...(gate
              ? [
                  {
                    key: "gate",
                    term: t("gate"),
                    detail: [
                      gates(gate.verdict),
                      gates(`why.${gate.why}`),
                      gate.probability === null
                        ? ""
                        : gates("chance", { p: formatChance(gate.probability, locale) }),
                    ]
                      .filter(Boolean)
                      .join(" · "),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {knownOn ? null : (
        <Section id="open" title={t("work.title")}>
          <LifeWork items={life.items} events={events} today={today()} keeps={keeps} settles={settles} />
        </Section>
      )}
      <Section id="life" title={t("life")}>
        <p className="mb-3 text-sm text-muted">{t("lifeLead")}</p>
        <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-2">
          <Field id="known" label={t("known")}>
            {(aria) => (
              <TextInput {...aria} name="known" type="date" defaultValue={knownOn ?? today()} max={today()} />
            )}
          </Field>
          <Button type="submit">{t("show")}</Button>
          {knownOn ? (
            <ButtonLink href={path} variant="quiet">
              {t("today")}
            </ButtonLink>
          ) : null}
        </form>
        <KnownDays path={path} days={life.knownDays} knownOn={knownOn} />
        {events.length === 0 ? (
          <EmptyState
            title={t("none")}
            body={t("lifeLead")}
            action={<ButtonLink href="#report">{t("report.title")}</ButtonLink>}
          />
        ) : (
          <>
            <LifePicture
              events={events}
              codes={codes}
              until={knownOn ?? today()}
              hint={t("scrolls")}
              label={t("picture", { count: events.length, state: states(state) })}
            />
            <p className="mb-4 text-xs text-muted">{t("cutNote")}</p>
            <EventTable events={events} />
          </>
        )}
      </Section>
      <Section id="gate" title={t("tests.title")} fold="">
        <GatePicture events={events} />
      </Section>
      <CodeStrip reading={explainCode(code)} isNamed={false} />
      <Section id="family" title={t("family.title")} fold="">
        <FamilyGraph code={code} from={life.from} into={life.into} />
      </Section>
      <div className="grid items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section id="map" title={t("map.title")} fold="">
          <PlacePanel life={life} until={knownOn ?? today()} />
        </Section>
        <Section id="passport" title={t("passport")} fold="">
          <PassportPanel pass={pass} />
        </Section>
      </div>
      {keeps || correctable.length > 0 ? (
        <ClientMessages namespaces={["battery"]}>
          <div className="grid items-start gap-x-10 lg:grid-cols-2">
            {keeps ? (
              <Section
                id="report"
                title={t("report.title")}
                {...(isOver && start === null && { fold: t("report.over"), shut: true })}
              >
                <ReportForm
                  key={start?.on}
                  code={code}
                  today={today()}
                  start={start ?? { verb: nextVerbOf(state), on: today() }}
                />
              </Section>
            ) : null}
            {correctable.length > 0 ? (
              <Section id="correct" title={t("correct.title")} {...(day === undefined && { fold: "" })}>
                <p className="mb-4 max-w-xl text-sm text-muted">{t("correct.lead")}</p>
                <CorrectForm key={day} events={correctable} today={today()} day={day} />
              </Section>
            ) : null}
          </div>
        </ClientMessages>
      ) : null}
    </>
  );
}
