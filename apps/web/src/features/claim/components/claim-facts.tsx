import type { AppRouter } from "@lilink/api";
import { Badge, DescriptionList, NoticeBox } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { AlikeBodies } from "#features/organization/components/alike-bodies.tsx";
import { LinkBadges } from "#features/organization/components/link-badges.tsx";

export type Claim = inferRouterOutputs<AppRouter>["claim"]["list"]["items"][number];

/** All that an officer weighs of one claim. */
export function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const t = useTranslations("organization");
  const scheme = claim.codeScheme === "lei" ? "lei" : "uscc";
  return (
    <>
      {claim.codeHolder ? (
        <NoticeBox tone="danger" title={t("review.holder", { name: claim.codeHolder })}>
          {t("review.heldHint")}
        </NoticeBox>
      ) : null}
      {claim.alike.length > 0 ? (
        <NoticeBox tone="warning" title={t("review.alike")}>
          <AlikeBodies bodies={claim.alike} />
          <p>{t("review.alikeHint")}</p>
        </NoticeBox>
      ) : null}
      {claim.oddLetters.length > 0 ? (
        <NoticeBox tone="warning" title={t("review.odd", { letters: claim.oddLetters.join(" ") })}>
          {t("review.oddHint")}
        </NoticeBox>
      ) : null}
      <DescriptionList
        items={[
          {
            key: "claimant",
            term: t("review.claimant"),
            detail: (
              <>
                <OwnWords>{claim.claimant.name}</OwnWords> · {claim.claimant.email}
              </>
            ),
          },
          {
            key: "code",
            term: t(`scheme.${scheme}`),
            detail: (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className="font-mono">{claim.code}</span>
                {claim.codeFlags.length === 0 ? (
                  <span className="text-sm text-muted">{t("review.codeChecked")}</span>
                ) : null}
                {claim.codeFlags.map((flag) => (
                  <Badge key={flag} tone="warning">
                    {t(`flag.${flag as "needsProof"}`)}
                  </Badge>
                ))}
              </span>
            ),
          },
          {
            key: "links",
            term: t("list.link"),
            detail:
              claim.organization.links.length > 0 ? (
                <LinkBadges links={claim.organization.links} />
              ) : (
                t("review.noLinks")
              ),
          },
          {
            key: "statement",
            term: t("review.statement"),
            detail: (
              <p className="prose-measure whitespace-pre-line">
                <OwnWords mark>{claim.statement}</OwnWords>
              </p>
            ),
          },
          { key: "proofs", term: t("review.proofs"), detail: <Proofs proofs={claim.proofs} /> },
        ]}
      />
    </>
  );
}

function Proofs({ proofs }: { readonly proofs: Claim["proofs"] }) {
  const t = useTranslations("organization.review");
  if (proofs.length === 0) return <span className="text-warning">{t("noProofs")}</span>;
  return (
    <ul>
      {proofs.map((file) => (
        <li key={file.publicId}>
          <a className="text-link" href={`/api/files/${file.publicId}`}>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
