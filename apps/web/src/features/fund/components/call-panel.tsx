import { formatDate, readerHalf, sayCriterion } from "@lilink/i18n";
import { daysBetween, toShanghaiDate } from "@lilink/model/calendar";
import { can } from "@lilink/model/policy";
import { callCriteria } from "@lilink/model/register";
import { Badge, DataTable, DescriptionList, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ownText } from "#features/record/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
import { readCalls } from "../queries.ts";
import { money, phaseTone } from "../view.ts";
import { BeginButton } from "./begin-button.tsx";

/** Where a call stands today, its money, its criteria with weights, and the way in. [FU10] [FU11] */
export async function CallPanel({ id }: { readonly id: string }) {
  const [t, given, viewer, [call]] = await Promise.all([
    getTranslations("fund"),
    getLocale(),
    findViewer(),
    readCalls(id),
  ]);
  if (!call) return null;
  const locale = given === "en" ? "en" : "zh-CN";
  const actor = actorOf(viewer);
  const mayApply = can(actor, "fund.apply", { owner: true });
  const left = daysBetween(toShanghaiDate(new Date()), call.closesOn);
  const criteria = callCriteria[call.researchClass].map((name, at) => ({
    name,
    weight: call.weights[at] ?? 0,
    anchors: ownText(call.anchors[at] ?? { zh: null, en: null }, locale),
  }));
  const day = (value: string) => formatDate(value, locale);
  return (
    <Section
      id="applying"
      title={t("call.part")}
      action={<Badge tone={phaseTone[call.phase]}>{t(`phase.${call.phase}`)}</Badge>}
    >
      <p className="mb-4">
        {call.phase === "forecast" ? `${t("call.opens", { day: day(call.opensOn) })} · ` : ""}
        {call.phase === "forecast" || call.phase === "open"
          ? t("call.closes", { day: day(call.closesOn) })
          : t("call.closed", { day: day(call.closesOn) })}
        {call.phase === "open" ? ` · ${t("call.left", { days: left })}` : ""}
      </p>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        {call.phase === "open" && mayApply ? (
          <ClientMessages namespaces={["fund"]}>
            <BeginButton call={call.publicId} />
          </ClientMessages>
        ) : null}
        {call.phase === "open" && !mayApply ? (
          <span className="text-sm text-muted">{t("call.memberOnly")}</span>
        ) : null}
        {can(actor, "fund.keep") ? (
          <ButtonLink href={`/fund-calls/${call.publicId}/room`}>{t("call.room")}</ButtonLink>
        ) : null}
        <a
          className="link text-sm"
          href={`/api/export/fund-calls?${new URLSearchParams({ locale, call: call.publicId })}`}
        >
          {t("call.calendar")}
        </a>
      </div>
      <DescriptionList
        items={[
          {
            key: "budget",
            term: t("call.budget"),
            detail: t(call.committed > 0 ? "call.committedOf" : "call.nothingYet", {
              committed: money(call.committed, locale),
              budget: money(call.budget, locale),
            }),
          },
          {
            key: "range",
            term: t("call.range"),
            detail:
              call.smallest === null && call.largest === null
                ? t("call.any")
                : t("call.rangeOf", {
                    from: money(call.smallest ?? 0, locale),
                    to: call.largest === null ? t("call.any") : money(call.largest, locale),
                  }),
          },
          {
            key: "start",
            term: t("call.start"),
            detail: call.weakLink ? (
              <TextLink href={`/weak-links/${call.weakLink.publicId}`}>
                {ownText(call.weakLink, locale)}
              </TextLink>
            ) : call.gap ? (
              <TextLink href={`/gaps/${call.gap.publicId}`}>{ownText(call.gap, locale)}</TextLink>
            ) : (
              <OwnWords>
                {call.exception
                  ? t("call.exception", { reason: readerHalf(call.exception, locale) })
                  : t("call.hidden")}
              </OwnWords>
            ),
          },
        ]}
      />
      <div className="mt-6">
        <DataTable
          caption={t("call.criteria")}
          showCaption
          rows={criteria}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "name",
              label: t("call.criterion"),
              lead: true,
              cell: ({ name }) => sayCriterion(name, locale),
            },
            { key: "weight", label: t("call.weight"), align: "end", cell: ({ weight }) => `${weight}%` },
            {
              key: "anchors",
              label: t("call.anchors"),
              cell: ({ anchors }) => (anchors ? <OwnWords>{anchors}</OwnWords> : "–"),
            },
          ]}
        />
      </div>
    </Section>
  );
}
