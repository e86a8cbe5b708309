import { formatDate } from "@lilink/i18n";
import { Badge, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import type { Client } from "../queries.ts";
import { isOpen, standingTones, toLanes } from "../view.ts";
import { AnswerForm } from "./answer-form.tsx";
import { BeginDraft } from "./begin-draft.tsx";
import { EndButton } from "./end-button.tsx";
import { Lanes } from "./lanes.tsx";
import { PairBadge } from "./pair-badge.tsx";
import { PairForm } from "./pair-form.tsx";

/** The desk of an adviser for one client: the lanes of its work, then each scope that was given. [AV8] */
export function ClientPage({ client }: { readonly client: Client }) {
  const t = useTranslations("engagement");
  const locale = useLocale();
  const name = client.client ? organizationName(client.client, locale) : "";
  const holds = client.standing === "holds";
  return (
    <>
      <PageHeader
        up={<TextLink href="/clients">{t("client.up")}</TextLink>}
        title={<OwnWords>{name}</OwnWords>}
        lead={
          <>
            <p>
              {t("days", {
                from: formatDate(new Date(client.fromOn), locale),
                until: formatDate(new Date(client.untilOn), locale),
              })}
            </p>
            <p>
              <OwnWords>{client.reason}</OwnWords>
            </p>
          </>
        }
        badges={<Badge tone={standingTones[client.standing]}>{t(`standing.${client.standing}`)}</Badge>}
        actions={client.mine && isOpen(client) ? <EndButton publicId={client.publicId} name={name} /> : null}
      />
      {client.standing === "proposed" ? (
        <Section id="answer" title={t("answer.lead", { client: name })}>
          <ul className="mb-3 list-disc pl-5">
            {client.scopes.map((scope) => (
              <li key={scope}>{t(`scope.${scope}`)}</li>
            ))}
          </ul>
          <p className="prose-measure mb-4 text-muted">{t("answer.rule")}</p>
          <AnswerForm publicId={client.publicId} />
        </Section>
      ) : (
        <Lanes lanes={toLanes(client)} client={name} />
      )}
      {holds || client.standing === "proposed" ? null : (
        <NoticeBox className="mb-6">{t("client.notNow")}</NoticeBox>
      )}
      {holds ? <Work client={client} /> : null}
    </>
  );
}

function Work({ client }: { readonly client: Client }) {
  const t = useTranslations("engagement");
  const locale = useLocale();
  const { scopes, drafts, pairs, postings, introductions, publicId } = client;
  return (
    <>
      {scopes.includes("draft") ? (
        <Section id="drafts" title={t("draft.title")}>
          <p className="prose-measure mb-3 text-muted">{t("draft.lead")}</p>
          <BeginDraft publicId={publicId} />
          <Rows>
            {drafts.map((draft) => (
              <li
                key={draft.publicId ?? draft.preparedAt.toISOString()}
                className="flex flex-wrap gap-x-4 py-2"
              >
                {draft.publicId && !draft.handedAt ? (
                  <TextLink href={`/postings/${draft.publicId}/edit`}>
                    <OwnWords>{draft.title || t("draft.untitled")}</OwnWords>
                  </TextLink>
                ) : (
                  <span>{t("draft.given")}</span>
                )}
                <span className="text-muted">
                  {draft.handedAt
                    ? t("draft.handedOver", { date: formatDate(draft.handedAt, locale) })
                    : t("draft.prepared", { date: formatDate(draft.preparedAt, locale) })}
                </span>
              </li>
            ))}
          </Rows>
          {drafts.length === 0 ? <p className="mt-3 text-muted">{t("draft.none")}</p> : null}
        </Section>
      ) : null}
      {scopes.includes("pair") ? (
        <Section id="pairs" title={t("pair.title")}>
          <p className="prose-measure mb-3 text-muted">{t("pair.lead")}</p>
          {postings.length > 0 ? (
            <PairForm publicId={publicId} postings={postings} />
          ) : (
            <p className="text-muted">{t("pair.noPostings")}</p>
          )}
          <Rows>
            {pairs.map((pair) => (
              <li key={pair.publicId} className="py-2">
                <div className="flex flex-wrap items-baseline gap-x-3">
                  <Named posting={pair.own} />
                  <span aria-hidden>↔</span>
                  <Named posting={pair.other} />
                  <PairBadge pair={pair} />
                </div>
                <p className="text-sm text-muted">
                  <OwnWords>{pair.reason}</OwnWords>
                </p>
              </li>
            ))}
          </Rows>
        </Section>
      ) : null}
      {scopes.includes("accompany") ? (
        <Section id="introductions" title={t("accompany.title")}>
          <p className="prose-measure mb-3 text-muted">{t("accompany.lead")}</p>
          <Rows>
            {introductions.map((one) => (
              <li key={one.publicId} className="flex flex-wrap gap-x-4 py-2">
                <Named posting={one.asked} href={`/clients/introductions/${one.publicId}`} />
                <span className="text-muted">
                  {[
                    one.other ? t("accompany.with", { other: organizationName(one.other, locale) }) : null,
                    t("accompany.since", { date: formatDate(one.letInAt, locale) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </Rows>
          {introductions.length === 0 ? <p className="text-muted">{t("accompany.none")}</p> : null}
        </Section>
      ) : null}
    </>
  );
}

type NamedProps = { readonly posting: Client["pairs"][number]["other"]; readonly href?: string };

/** A posting as lists name it; what may no longer be read has no name. */
function Named({ posting, href }: NamedProps) {
  const t = useTranslations("engagement.pair");
  const to = href === undefined ? {} : { href };
  return (
    <span>
      {posting?.title ? (
        <PostingTitle {...to} concept={posting.concept} title={posting.title} />
      ) : href === undefined ? (
        t("gone")
      ) : (
        <TextLink href={href}>{t("gone")}</TextLink>
      )}
    </span>
  );
}

function Rows({ children }: { readonly children: React.ReactNode[] }) {
  return children.length > 0 ? <ul className="hairline-list mt-4 border-y border-line">{children}</ul> : null;
}
