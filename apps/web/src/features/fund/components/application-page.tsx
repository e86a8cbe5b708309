import { formatDate, readerHalf } from "@lilink/i18n";
import { daysBetween, toShanghaiDate } from "@lilink/model/calendar";
import { endOfAppeal, mayAppeal } from "@lilink/model/fund/life";
import { Badge, DescriptionList, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ownText } from "#features/record/view.ts";
import type { Application } from "../queries.ts";
import { applicationTone, money } from "../view.ts";
import { AppealForm } from "./appeal-form.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { ApplicationSteps } from "./application-steps.tsx";

type Given = Application & { readonly leadKind: string };

/** An application: a form while it is a draft of one's own, otherwise what was handed in and what came of it. [FU12] [FU13] [FU16] */
export function ApplicationPage({ application, call, words, leadKind, now }: Given) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  const maySend = application.isOwn && mayAppeal(application, now);
  const isForm = application.isOwn && application.state === "draft";
  const closing = ({ phase, closesOn }: typeof call) => {
    const day = formatDate(closesOn, locale);
    if (phase !== "open") return t("call.closed", { day });
    return `${t("call.closes", { day })} · ${t("call.left", { days: daysBetween(toShanghaiDate(now), closesOn) })}`;
  };
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund/applications">{t("own.title")}</TextLink>}
        title={<OwnWords>{application.title || t("own.untitled")}</OwnWords>}
        lead={
          <TextLink href={`/fund-calls/${call.publicId}`}>
            {`${call.number} ${ownText({ zh: call.titleZh, en: call.titleEn }, locale)}`}
          </TextLink>
        }
        badges={<Badge tone={applicationTone[application.state]}>{t(`state.${application.state}`)}</Badge>}
        actions={
          <>
            <a
              className="text-link self-center text-sm"
              href={`/api/export/fund-application-paper?${new URLSearchParams({ application: application.publicId, locale })}`}
              download
            >
              {t("paper.download")}
            </a>
            <ApplicationSteps application={application} isOpen={call.phase === "open"} />
          </>
        }
      />
      {isForm ? <p className="mb-4">{closing(call)}</p> : null}
      {call.openedAt === null ? <p className="mb-4 text-sm text-muted">{t("form.sealed")}</p> : null}
      {application.state === "ineligible" || application.state === "appealed" ? (
        <NoticeBox tone="danger" className="mb-6" title={t("form.codes")}>
          <ul className="mb-2 list-disc pl-5">
            {application.codes?.map((code) => (
              <li key={code}>{t(`code.${code}`)}</li>
            ))}
          </ul>
          {application.isOwn && application.appeal === null && application.judgedAt
            ? maySend
              ? t("form.appeal", { until: formatDate(endOfAppeal(application.judgedAt), locale) })
              : t("form.appealLate")
            : null}
        </NoticeBox>
      ) : null}
      {application.appeal ? (
        <NoticeBox
          className="mb-6"
          tone={application.state === "appealed" ? "warning" : "info"}
          title={t("form.appealOf")}
        >
          <OwnWords>{application.appeal}</OwnWords>
          {application.state === "appealed" ? <p className="mt-1">{t("form.appealWaits")}</p> : null}
        </NoticeBox>
      ) : null}
      {application.reason && application.state !== "appealed" ? (
        <NoticeBox className="mb-6">
          {t(application.state === "ineligible" ? "form.dismissed" : "form.upheld", {
            reason: readerHalf(application.reason, locale),
          })}
        </NoticeBox>
      ) : null}
      {maySend ? (
        <div className="mb-8">
          <AppealForm publicId={application.publicId} />
        </div>
      ) : null}
      {isForm ? (
        <ApplicationForm application={application} call={call} leadKind={leadKind} />
      ) : (
        <Content application={application} locale={locale} />
      )}
      {words.length > 0 ? (
        <Section id="words" title={t("form.words")}>
          <ol className="hairline-list prose-measure">
            {words.map((text, at) => (
              <li key={`${at} ${text.slice(0, 20)}`} className="py-3">
                <p className="mb-1 text-sm text-muted">{t("form.wordsOf", { n: at + 1 })}</p>
                <p className="whitespace-pre-line">
                  <OwnWords>{text}</OwnWords>
                </p>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </>
  );
}

type ContentGiven = {
  readonly application: Pick<
    Application["application"],
    "abstract" | "body" | "lead" | "leader" | "team" | "partners" | "asked" | "months"
  > & { readonly submittedAt?: Date | null; readonly share?: number };
  readonly locale: "en" | "zh-CN";
};

/** What was handed in, to read. */
export function Content({ application, locale }: ContentGiven) {
  const t = useTranslations("fund");
  const { lead, partners, share, submittedAt } = application;
  return (
    <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Section id="application" title={t("form.content")}>
        <h3 className="mb-1 font-medium">{t("form.abstract")}</h3>
        <p className="prose-measure mb-5 whitespace-pre-line">
          <OwnWords mark>{application.abstract}</OwnWords>
        </p>
        <h3 className="mb-1 font-medium">{t("form.body")}</h3>
        <p className="prose-measure whitespace-pre-line">
          <OwnWords mark>{application.body}</OwnWords>
        </p>
      </Section>
      <Section id="consortium" title={t("form.consortium")}>
        <DescriptionList
          items={[
            {
              key: "lead",
              term: t("own.leads"),
              detail: `${organizationName(lead, locale)}${share === undefined ? "" : ` · ${share}%`}`,
            },
            ...partners.map((one) => ({
              key: one.publicId,
              term: t(one.agreed ? "form.agreed" : "form.waits"),
              detail: `${organizationName(one, locale)} · ${one.share}%`,
            })),
            {
              key: "people",
              term: t("form.leader"),
              detail: (
                <OwnWords>
                  {[application.leader, ...application.team].join(locale === "en" ? ", " : "、")}
                </OwnWords>
              ),
            },
            {
              key: "asked",
              term: t("room.asked"),
              detail: application.asked === null ? "–" : money(application.asked, locale),
            },
            { key: "months", term: t("form.months"), detail: application.months ?? "–" },
          ]}
        />
        {submittedAt ? (
          <p className="mt-3 text-sm text-muted">
            {t("form.submittedAt", { time: formatDate(submittedAt, locale, "time") })}
          </p>
        ) : null}
      </Section>
    </div>
  );
}
