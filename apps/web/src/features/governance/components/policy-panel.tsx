import { policyEventWords, policyStatusWords } from "@lilink/i18n";
import { orderPolicyEvents } from "@lilink/model/governance";
import { NoticeBox, Section, Timeline } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { requireRegister } from "#features/record/queries.ts";
import { mayCreate, showDay } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import { findViewer } from "#lib/session.ts";
import { readPolicyLife } from "../queries.ts";
import { toAxis } from "../view.ts";
import { ConsultationPanel } from "./consultation-panel.tsx";
import { PolicyStatusBadge } from "./policy-status-badge.tsx";
import { StatusRibbon, YearScale } from "./status-ribbon.tsx";

/** What a policy is today, from its events; what it lacks to be evaluated stands there until somebody fills it in. [PY1] [PY4] */
export async function PolicyPanel({ id }: { readonly id: string }) {
  const event = requireRegister("policy-events");
  const [t, locale, viewer, found] = await Promise.all([
    getTranslations("governance.policy"),
    getLocale(),
    findViewer(),
    readPolicyLife(id),
  ]);
  if (!found) return null;
  const { on, life } = found;
  const { spans, status, events, lacks, country } = life;
  const word = locale === "en" ? 1 : 0;
  const axis = toAxis(spans, on);
  const isIssued = status !== null && status !== "draft" && status !== "consultation";
  return (
    <>
      <Section
        id="legal-life"
        title={t("life")}
        action={status === null ? null : <PolicyStatusBadge status={status} />}
      >
        {status === "effect_unconfirmed" ? (
          <NoticeBox tone="warning" className="mb-4" title={policyStatusWords.effect_unconfirmed[word]}>
            {t("unconfirmed")}
          </NoticeBox>
        ) : null}
        {isIssued && country === "CN" && lacks.length > 0 ? (
          <NoticeBox tone="warning" className="mb-4" title={t("lacks")}>
            {lacks.map((one) => t(`lack.${one}`)).join(locale === "en" ? ", " : "、")}
          </NoticeBox>
        ) : null}
        {events.length === 0 ? (
          <p className="text-sm text-muted">{t("noEvents")}</p>
        ) : (
          <>
            <StatusRibbon spans={spans} axis={axis} on={on} />
            <YearScale years={axis.years} />
            <div className="mt-4">
              <Timeline
                label={t("life")}
                events={orderPolicyEvents(events).map(({ publicId, type, on: day, until, byDocument }) => ({
                  key: publicId,
                  when: showDay(day, locale === "en" ? "en" : "zh-CN"),
                  dateTime: day,
                  title: (
                    <TextLink href={`/policy-events/${publicId}`}>{policyEventWords[type][word]}</TextLink>
                  ),
                  body: [
                    until ? t("until", { day: showDay(until, locale === "en" ? "en" : "zh-CN") }) : "",
                    byDocument ? ownHalf(byDocument, locale) : "",
                  ]
                    .filter(Boolean)
                    .join(" · "),
                }))}
              />
            </div>
          </>
        )}
        <p className="mt-2 text-xs text-muted">{t("computed")}</p>
        {mayCreate(event, viewer) ? (
          <ButtonLink href={{ pathname: `/${event.rest.path}/new`, query: { policy: id } }} className="mt-3">
            {t("file")}
          </ButtonLink>
        ) : null}
      </Section>
      <ConsultationPanel id={id} viewer={viewer} />
    </>
  );
}
