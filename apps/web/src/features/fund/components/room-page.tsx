import { formatDate, readerHalf } from "@lilink/i18n";
import { Badge, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ownText } from "#features/record/view.ts";
import type { Room } from "../queries.ts";
import { money, phaseTone } from "../view.ts";
import { RankForm } from "./rank-form.tsx";
import { RoomActs } from "./room-acts.tsx";
import { RoomTable } from "./room-table.tsx";

/** A call from the inside: opened, checked, read by reviewers, ranked, awarded. [FU12] [FU15] [FU17] */
export function RoomPage({ room }: { readonly room: Room }) {
  const t = useTranslations("fund");
  const common = useTranslations("common.state");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  const { call, entries, opening, assignment, panel } = room;
  const eligible = entries.filter(({ state }) => state === "eligible");
  const lacksReviews = eligible.some(
    ({ reviews }) =>
      reviews.filter(({ state }) => state === "assigned" || state === "submitted").length < call.reviews,
  );
  const pending = eligible.reduce(
    (sum, { reviews }) => sum + reviews.filter(({ state }) => state === "assigned").length,
    0,
  );
  return (
    <>
      <LiveRefresh topics={["record"]} label={common("loading")} />
      <PageHeader
        up={<TextLink href={`/fund-calls/${call.publicId}`}>{call.number}</TextLink>}
        title={<OwnWords>{ownText({ zh: call.titleZh, en: call.titleEn }, locale)}</OwnWords>}
        lead={t("room.left", { left: money(call.budget - call.committed, locale) })}
        badges={<Badge tone={phaseTone[call.phase]}>{t(`phase.${call.phase}`)}</Badge>}
        actions={
          <RoomActs
            call={call.publicId}
            mayOpen={call.phase === "closed" && opening === null}
            mayJudge={entries.some(({ state }) => state === "submitted")}
            mayAssign={lacksReviews && assignment?.isRunning !== true}
          />
        }
      />
      {opening ? (
        <p className="mb-6 text-sm wrap-anywhere text-muted">
          {t("room.openedAt", {
            time: formatDate(opening.openedAt, locale, "time"),
            count: opening.count,
            hash: opening.hash.slice(0, 16),
          })}
        </p>
      ) : (
        <NoticeBox className="mb-6">
          {t("room.sealedUntil", { day: formatDate(call.closesOn, locale) })}
        </NoticeBox>
      )}
      <AssignmentNote assignment={assignment} locale={locale} />
      {opening ? (
        <Section
          id="applications"
          title={t("room.applications")}
          action={
            entries.length > 0 ? (
              <ExportLinks
                href={`/api/export/fund-applications?call=${call.publicId}&locale=${locale}`}
                pdf={`/api/export/fund-application-paper?call=${call.publicId}&locale=${locale}`}
              />
            ) : null
          }
        >
          {eligible.length > 0 ? (
            <p className="prose-measure mb-3 text-sm text-muted">{t("room.greyLead")}</p>
          ) : null}
          <RoomTable room={room} locale={locale} />
        </Section>
      ) : null}
      {panel ? (
        <Section
          id="ranking"
          title={t("room.panelAt", { time: formatDate(panel.decidedAt, locale, "time") })}
        >
          <p className="prose-measure mb-2 whitespace-pre-line">
            <OwnWords>{panel.minutes}</OwnWords>
          </p>
          {panel.recusals.map(({ name, application, reason }) => (
            <p key={`${name} ${application}`} className="text-sm">
              {t("room.recusals")}: {name} ·{" "}
              <OwnWords>
                {entries.find(({ publicId }) => publicId === application)?.title ?? application}
              </OwnWords>
              {" · "}
              <OwnWords>{reason}</OwnWords>
            </p>
          ))}
          <p className="mt-2 font-mono text-xs break-all text-muted">
            {t("room.hash", { hash: panel.hash })}
          </p>
        </Section>
      ) : null}
      {!panel && eligible.length > 0 && !entries.some(({ state }) => state === "submitted") ? (
        <Section id="rank" title={t("room.rank")}>
          <p className="prose-measure mb-4 text-sm text-muted">{t("room.rankLead")}</p>
          {pending > 0 ? (
            <NoticeBox tone="warning" className="mb-4" title={t("room.pending", { count: pending })}>
              {t("room.pendingBody")}
            </NoticeBox>
          ) : null}
          <RankForm
            call={call.publicId}
            left={call.budget - call.committed}
            entries={eligible.map(({ publicId, title, line }) => ({
              publicId,
              title: readerHalf(title, locale),
              asked: entries.find((one) => one.publicId === publicId)?.asked ?? 0,
              mayRecommend: (line?.count ?? 0) > 0,
              isTop: (line?.share ?? 0) > 0.5,
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

function AssignmentNote({
  assignment,
  locale,
}: Pick<Room, "assignment"> & { readonly locale: "en" | "zh-CN" }) {
  const t = useTranslations("fund");
  if (!assignment) return null;
  if (assignment.isRunning || assignment.result === null)
    return <NoticeBox className="mb-6">{t("room.running")}</NoticeBox>;
  const { result } = assignment;
  const conflicts = Object.entries(result.conflicts).map(
    ([kind, count]) => `${t(`conflict.${kind as "unit"}`)} ${count}`,
  );
  const kept =
    conflicts.length > 0
      ? t("room.conflicts", { list: conflicts.join(locale === "en" ? ", " : "、") })
      : null;
  if ("missing" in result)
    return (
      <NoticeBox tone="warning" className="mb-6" title={t("room.missing", { missing: result.missing })}>
        <ul className="list-disc pl-5">
          {result.repairs.map(({ what, by }) => (
            <li key={what}>{t(`repair.${what}`, { by })}</li>
          ))}
        </ul>
        {kept}
      </NoticeBox>
    );
  return (
    <p className="mb-6 text-sm text-muted">
      {t("room.result", {
        tasks: result.tasks,
        value: result.value.toFixed(2),
        least: result.least.toFixed(2),
        proven: String(result.proven),
      })}{" "}
      {kept}
    </p>
  );
}
