import { formatDate } from "@lilink/i18n";
import { isCorrectionReason } from "@lilink/model/trace/verb";
import { cn, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { organizationName } from "#features/organization/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import type { LifeEvent } from "../queries.ts";
import { useDenialLines } from "./use-denial-lines.ts";
import { VerdictMark, VerdictMarks } from "./verdict-mark.tsx";

/** What happened, by day: each with its verdict, and what was corrected with what corrects it. */
export function EventTable({ events }: { readonly events: readonly LifeEvent[] }) {
  const t = useTranslations("battery.life");
  const verbs = useTranslations("battery.verb");
  const why = useTranslations("battery.verdictWhy");
  const locale = useLocale();
  const reasons = useTranslations("battery.life.correct.reason");
  const numberOf = (hash: string | null) => events.findIndex((event) => event.hash === hash) + 1;
  const methods = useTranslations("residual.method");
  const linesOf = useDenialLines();
  const points = (share: number) => String(Math.round(share * 1000) / 10);
  const wayOf = (isAccredited: boolean) => t(isAccredited ? "test.accredited" : "test.notAccredited");
  const nameOf = (body: LifeEvent["by"]) => (body ? organizationName(body, locale) : t("other"));
  return (
    <DataTable
      caption={t("events")}
      rows={events}
      rowKey={({ hash }) => hash}
      columns={[
        {
          key: "event",
          label: t("event"),
          lead: true,
          className: "whitespace-nowrap",
          cell: (event) => (
            <span className={cn(event.correctedBy !== null && "line-through decoration-muted")}>
              {`${events.indexOf(event) + 1} ${verbs(event.verb)}`}
            </span>
          ),
        },
        {
          key: "on",
          label: t("on"),
          className: "whitespace-nowrap",
          cell: ({ on }) => formatDate(on, locale),
        },
        {
          key: "recorded",
          label: t("recorded"),
          className: "whitespace-nowrap",
          cell: ({ recordedOn }) => formatDate(recordedOn, locale),
        },
        {
          key: "by",
          label: t("by"),
          cell: ({ by, to }) => (to ? `${nameOf(by)} → ${nameOf(to)}` : nameOf(by)),
        },
        {
          key: "verdict",
          label: t("verdict"),
          speaks: true,
          cell: ({ flags, verdict, unconfirmed }) =>
            flags.length === 0 ? (
              <VerdictMark verdict={verdict} isUnconfirmed={unconfirmed} />
            ) : (
              <VerdictMarks verdicts={flags} />
            ),
        },
        {
          key: "why",
          label: t("why"),
          className: "text-sm text-muted",
          cell: ({ flags, energyShare, u, report, reason, hash, unconfirmed, ...event }) =>
            [
              event.correctedBy === null ? "" : t("correctedBy", { number: numberOf(event.correctedBy) }),
              event.corrects === null ? "" : t("corrects", { number: numberOf(event.corrects) }),
              energyShare === null
                ? ""
                : t(u === null ? "share" : "shareU", { share: points(energyShare), u: points(u ?? 0) }),
              report
                ? t("test.behind", { method: methods(report.method), way: wayOf(report.accredited) })
                : "",
              report?.capacityShare == null
                ? ""
                : t("test.capacity", { share: points(report.capacityShare) }),
              event.corrects === null
                ? ownHalf(reason ?? "", locale)
                : isCorrectionReason(reason)
                  ? reasons(reason)
                  : "",
              ...flags.map((flag) =>
                flag === "conflict" && event.contradicts !== null
                  ? t("contradicts", { number: numberOf(event.contradicts) })
                  : why(flag),
              ),
              ...events.flatMap((other, at) =>
                other.contradicts === hash ? [t("contradictedBy", { number: at + 1 })] : [],
              ),
              unconfirmed && event.denial === null ? t("unconfirmedWhy") : "",
              ...linesOf(event.denial),
            ]
              .filter(Boolean)
              .join(locale === "en" ? "; " : "；") || null,
        },
      ]}
    />
  );
}
