import { formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { can } from "@lilink/model/policy";
import { Badge, DescriptionList, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { conceptName, organizationName } from "#features/organization/view.ts";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { OneResult } from "../queries.ts";
import { laneTone, linkOf, titleOf, toLocale } from "../view.ts";
import { ClaimForm } from "./claim-form.tsx";
import { ClaimPart } from "./claim-part.tsx";
import { RelayPath } from "./relay-path.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";

type Given = OneResult & { readonly viewer: Viewer | null };

/** One result: what it is good for, how far it came, and for both sides the steps that they tell and confirm. [RY2] [RY3] */
export function ResultPage({ result, claims, takers, now, viewer }: Given) {
  const t = useTranslations("relay");
  const nav = useTranslations("nav");
  const locale = toLocale(useLocale());
  const actor = actorOf(viewer);
  const takes = can(actor, "fund.apply", { owner: true });
  const isOpen = claims.some(
    ({ side, state }) => side === "taker" && ["asked", "claimed", "working"].includes(state),
  );
  const title = titleOf(result, locale);
  const link = linkOf(result.node);
  const names = result.users
    .map((user) => organizationName(user, locale))
    .join(locale === "en" ? ", " : "、");
  const readsClaims = result.isOwn || claims.length > 0 || can(actor, "fund.keep");
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund/relay">{t("title")}</TextLink>}
        title={<OwnWords>{title}</OwnWords>}
        lead={
          <>
            <AboutLine title={title} concept={result.node} />
            <OwnWords mark>{result.use}</OwnWords>
          </>
        }
        badges={
          <>
            {link ? <LinkBadge link={link} /> : null}
            <Badge tone={laneTone[result.lane]}>{t(`lane.${result.lane}`)}</Badge>
            {result.state === "withdrawn" ? <Badge>{t("resultState.withdrawn")}</Badge> : null}
          </>
        }
        actions={
          result.isOwn && result.state === "offered" && takes ? (
            <WithdrawButton publicId={result.publicId} />
          ) : null
        }
      />
      <Section id="path" title={t("one.path")}>
        <RelayPath result={result} now={now} />
      </Section>
      <Section id="facts" title={t("one.facts")}>
        <DescriptionList
          items={[
            { key: "holder", term: t("one.holder"), detail: organizationName(result.holder, locale) },
            {
              key: "node",
              term: t("one.node"),
              detail: <TextLink href={`/chain/${result.node}`}>{conceptName(result.node, locale)}</TextLink>,
            },
            { key: "rung", term: t("one.rung"), detail: t(`rung.${result.rung}`) },
            { key: "madeOn", term: t("one.madeOn"), detail: formatDate(result.madeOn, locale) },
            {
              key: "from",
              term: t("one.from"),
              detail: result.award ? (
                <TextLink href={`/fund/awards/${result.award.publicId}`}>
                  <OwnWords>{result.award.title}</OwnWords>
                </TextLink>
              ) : (
                <TextLink href={`/achievements/${result.achievement}`}>{t("source.achievement")}</TextLink>
              ),
            },
            ...(result.lane === "in_product"
              ? [{ key: "users", term: t("one.users"), detail: names || t("one.unnamed") }]
              : []),
          ]}
        />
      </Section>
      {readsClaims ? (
        <Section id="claims" title={t("one.claims")}>
          <p className="prose-measure mb-4 text-sm text-muted">{t("one.claimsLead")}</p>
          {claims.length === 0 ? <p className="text-muted">{t("one.noClaims")}</p> : null}
          <div className="flex flex-col gap-8">
            {claims.map((claim) => (
              <ClaimPart key={claim.publicId} claim={claim} today={toShanghaiDate(now)} mayAct={takes} />
            ))}
          </div>
        </Section>
      ) : (
        <p className="mb-8 text-sm text-muted">{t("one.secret")}</p>
      )}
      {result.isOwn || result.state !== "offered" || isOpen ? null : (
        <Section id="claim" title={t("claim.title")}>
          <p className="prose-measure mb-4 text-muted">{t(takes ? "claim.lead" : "claim.signIn")}</p>
          {viewer === null ? (
            <ButtonLink
              variant="accent"
              href={`/signin?${new URLSearchParams({ next: `/fund/relay/${result.publicId}` })}`}
            >
              {nav("signIn")}
            </ButtonLink>
          ) : null}
          {takes && takers.length === 0 ? (
            <div className="flex flex-col items-start gap-3">
              <p>{t("claim.none")}</p>
              <ButtonLink href={`/postings/new?${new URLSearchParams({ concept: result.node })}`}>
                {t("claim.post")}
              </ButtonLink>
            </div>
          ) : null}
          {takes && takers.length > 0 ? (
            <ClaimForm publicId={result.publicId} node={result.node} takers={takers} />
          ) : null}
        </Section>
      )}
    </>
  );
}
