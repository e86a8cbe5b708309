import { formatDate, policyEventWords, policyStatusWords, recordWords } from "@lilink/i18n";
import { Badge, DescriptionList, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { IncentiveBars } from "#features/incentive/components/incentive-bars.tsx";
import { StepButtons } from "#features/record/components/step-buttons.tsx";
import { readRecord, requireRegister } from "#features/record/queries.ts";
import { mayCreate, ownText } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import { findViewer } from "#lib/session.ts";
import type { Evaluation } from "../queries.ts";
import { statusLook } from "../view.ts";
import { MeasuredWindow } from "./measured-window.tsx";
import { PolicyComments } from "./policy-comments.tsx";

/** What a policy is evaluated by; it stands from the first day, and is overdue by itself. [PY7] */
export async function EvaluationPage({ evaluation }: { readonly evaluation: Evaluation }) {
  const [t, policy, given, viewer] = await Promise.all([
    getTranslations("governance.evaluation"),
    getTranslations("governance.policy"),
    getLocale(),
    findViewer(),
  ]);
  const locale = given === "en" ? "en" : "zh-CN";
  const words = recordWords("publicPolicy", locale);
  const comment = requireRegister("policy-comments");
  const record = await readRecord(requireRegister("policies"), evaluation.publicId);
  const { publicId, titleZh, titleEn, issuer, status, state, on, isOverdue, evaluateOn, verdict, finding } =
    evaluation;
  const { windowFrom, windowTo, indicator, comments, meanwhile } = evaluation;
  const word = locale === "en" ? 1 : 0;
  const day = (text: string | null) => (text === null ? t("missing") : formatDate(text, locale));
  const side = comments.filter(({ kind }) => kind === "side_effect");
  const isBare =
    !windowFrom &&
    !indicator &&
    !evaluateOn &&
    !evaluation.aimZh &&
    !evaluation.aimEn &&
    !evaluation.measured &&
    meanwhile.length === 0 &&
    side.length === 0 &&
    !verdict;
  const parts = [
    ["plan", t("plan")],
    ["figures", t("figures")],
    ["meanwhile", t("meanwhile")],
    ["side-effects", t("sideEffects", { count: side.length })],
    ["verdict", words.field("verdict")],
  ] as const;
  return (
    <>
      <PageHeader
        up={
          <TextLink href={`/policies/${publicId}`}>{ownText({ zh: titleZh, en: titleEn }, locale)}</TextLink>
        }
        title={t("title")}
        lead={issuer && ownHalf(issuer, locale)}
        badges={
          <>
            {status ? <Badge tone={statusLook[status].tone}>{policyStatusWords[status][word]}</Badge> : null}
            <Badge tone={state === "evaluated" ? "success" : isOverdue ? "warning" : "neutral"}>
              {state === "evaluated" ? t("evaluated") : isOverdue ? t("overdue") : t("open")}
            </Badge>
          </>
        }
      />
      {isOverdue && evaluateOn ? (
        <NoticeBox
          tone="warning"
          className="mb-6"
          title={t("overdueSince", { day: formatDate(evaluateOn, locale) })}
        >
          {t("overdueBody")}
        </NoticeBox>
      ) : null}
      {isBare ? (
        <NoticeBox tone="info" title={t("bare")}>
          <p>
            {(["indicator", "window", "evaluateOn"] as const)
              .map((one) => policy(`lack.${one}`))
              .join(locale === "en" ? ", " : "、")}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-4">
            {mayCreate(requireRegister("policies"), viewer) ? (
              <ButtonLink href={`/policies/${publicId}`}>{t("fillIn")}</ButtonLink>
            ) : null}
            {mayCreate(comment, viewer) ? (
              <TextLink
                href={{ pathname: "/policy-comments/new", query: { policy: publicId, kind: "side_effect" } }}
              >
                {t("report")}
              </TextLink>
            ) : null}
          </p>
        </NoticeBox>
      ) : (
        <>
          <nav aria-label={t("contents")} className="no-print mb-8 border-y border-line py-2">
            <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {parts.map(([id, label]) => (
                <li key={id}>
                  <a className="text-link" href={`#${id}`}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Section id="plan" title={t("plan")}>
            <DescriptionList
              items={[
                {
                  key: "aim",
                  term: words.field("aim"),
                  detail: ownText({ zh: evaluation.aimZh, en: evaluation.aimEn }, locale) || t("missing"),
                },
                {
                  key: "indicator",
                  term: words.field("indicator"),
                  detail: indicator ? ownHalf(indicator, locale) : t("missing"),
                },
                {
                  key: "window",
                  term: t("window"),
                  detail: windowFrom
                    ? t("fromTo", { from: day(windowFrom), to: windowTo ? day(windowTo) : t("openEnd") })
                    : t("missing"),
                },
                { key: "evaluateOn", term: words.field("evaluateOn"), detail: day(evaluateOn) },
              ]}
            />
          </Section>
          <Section id="figures" title={t("figures")}>
            {evaluation.measured ? (
              <MeasuredWindow measured={evaluation.measured} />
            ) : (
              <p className="text-muted">{t(evaluation.isSeriesUnknown ? "unknownSeries" : "noSeries")}</p>
            )}
          </Section>
          <IncentiveBars locale={locale} policy={publicId} />
          <Section id="meanwhile" title={t("meanwhile")}>
            <p className="prose-measure mb-3 text-sm text-muted">{t("meanwhileLead")}</p>
            {meanwhile.length === 0 ? (
              <p>{t("nothing")}</p>
            ) : (
              <ol className="hairline-list border-y border-line">
                {meanwhile.map((one) => (
                  <li
                    key={`${one.kind} ${one.publicId} ${one.on} ${one.type}`}
                    className="grid gap-x-4 py-2 sm:grid-cols-[7rem_1fr]"
                  >
                    <span className="text-sm text-muted tabular-nums">{one.on}</span>
                    <span>
                      {one.type ? `${policyEventWords[one.type][word]}: ` : `${t("watch")}: `}
                      <TextLink
                        href={`/${one.kind === "policy" ? "policies" : "watch-items"}/${one.publicId}`}
                      >
                        {ownText({ zh: one.titleZh, en: one.titleEn }, locale)}
                      </TextLink>
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </Section>
          <Section
            id="side-effects"
            title={t("sideEffects", { count: side.length })}
            action={
              mayCreate(comment, viewer) ? (
                <ButtonLink
                  href={{
                    pathname: "/policy-comments/new",
                    query: { policy: publicId, kind: "side_effect" },
                  }}
                >
                  {t("report")}
                </ButtonLink>
              ) : null
            }
          >
            <PolicyComments comments={side} locale={locale} empty={t("noSideEffects")} />
          </Section>
          <Section id="verdict" title={words.field("verdict")}>
            {verdict ? (
              <>
                <p className="mb-2 font-medium">{words.choice("verdict", verdict)}</p>
                <p className="prose-measure whitespace-pre-line">
                  <OwnWords>{finding ?? ""}</OwnWords>
                </p>
              </>
            ) : (
              <p className="mb-3 text-muted">{t("noVerdict", { day: formatDate(on, locale) })}</p>
            )}
            <ClientMessages namespaces={["register"]}>
              <StepButtons
                {...record}
                register="publicPolicy"
                steps={record.steps.filter((step) => ["evaluate", "follow"].includes(step))}
                hasDuty={record.duty !== null}
              />
            </ClientMessages>
          </Section>
        </>
      )}
    </>
  );
}
