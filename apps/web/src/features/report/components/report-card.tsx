import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, NoticeBox } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ReportDecision } from "./report-decision.tsx";

type Report = inferRouterOutputs<AppRouter>["report"]["list"]["items"][number];

/** One report as officers weigh it: what it is about, why, and who says so. */
export function ReportCard({ report }: { readonly report: Report }) {
  const t = useTranslations("organization.report");
  const locale = useLocale();
  const place = report.subject === "posting" ? "postings" : "organizations";
  return (
    <article
      aria-labelledby={`report-${report.publicId}`}
      className="flex flex-col gap-3 border-t border-line py-6 first:border-t-0 first:pt-0"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`report-${report.publicId}`} className="text-lg">
          {t(`reason.${report.reason}`)}
        </h2>
        <Badge>{t(`about.${report.subject}`)}</Badge>
        <span className="text-sm text-muted">
          {t("filed", { date: formatDate(report.createdAt, locale, "time") })}
        </span>
      </header>
      {report.words === null ? null : <p className="prose-measure whitespace-pre-line">{report.words}</p>}
      {report.names ? (
        <p className="text-sm text-muted">
          {t("by", { name: report.names.reporter })} · {t("of", { name: report.names.about })}
        </p>
      ) : null}
      <p>
        <TextLink href={`/${place}/${report.subjectPublicId}`}>{t("show")}</TextLink>
      </p>
      {report.finding ? (
        <p className="prose-measure whitespace-pre-line">
          <strong>{t(`finding.${report.finding}`)}</strong> {report.note}
        </p>
      ) : report.conflict ? (
        <NoticeBox>{t("conflict")}</NoticeBox>
      ) : (
        <ReportDecision publicId={report.publicId} />
      )}
    </article>
  );
}
