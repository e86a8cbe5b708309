import { formatDate, formatNumber, type Locale, readerHalf } from "@lilink/i18n";
import { Badge, type Column, DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { IncentiveClaimView } from "../queries.ts";
import { claimTone, isWithdrawable, stepsFor } from "../view.ts";
import { ClaimActs } from "./claim-acts.tsx";

export type ClaimTableProps = {
  readonly claims: readonly IncentiveClaimView[];
  readonly keeps: boolean;
  /** Whether the reader acts for the body whose claims these are. */
  readonly claiming: boolean;
  readonly locale: Locale;
};

/** Claims with where they stand, what they break, and what may be done. [IC3] [IC4] */
export function ClaimTable({ claims, keeps, claiming, locale }: ClaimTableProps) {
  const t = useTranslations("incentive");
  const code = (one: string) => t(`code.${one as "size"}`);
  const withdraws = ({ state }: IncentiveClaimView) => !keeps && claiming && isWithdrawable(state);
  const columns: readonly Column<IncentiveClaimView>[] = [
    {
      key: "who",
      label: t("who"),
      lead: true,
      cell: ({ organization, purpose }) => (
        <>
          <TextLink href={`/organizations/${organization.publicId}`}>
            <OwnWords whole>{organizationName(organization, locale)}</OwnWords>
          </TextLink>
          <span className="block text-sm text-muted wrap-anywhere">
            <OwnWords>{purpose}</OwnWords>
          </span>
        </>
      ),
    },
    { key: "amount", label: t("amount"), align: "end", cell: ({ amount }) => formatNumber(amount, locale) },
    { key: "day", label: t("day"), cell: ({ claimedOn }) => formatDate(claimedOn, locale) },
    {
      key: "state",
      label: t("stateColumn"),
      cell: ({ state, broken, code: refused, reason, checkedByMe }) => (
        <span className="flex flex-col items-start gap-1">
          <Badge tone={claimTone[state as "paid"]}>{t(`state.${state as "paid"}`)}</Badge>
          {refused ? <span className="text-sm">{code(refused)}</span> : null}
          {keeps && state === "checked" && checkedByMe ? (
            <span className="text-sm text-muted">{t("byColleague")}</span>
          ) : null}
          {broken.length > 0 && state === "submitted" ? (
            <span className="text-sm text-warning">
              {t("broken", { list: broken.map(code).join(" · ") })}
            </span>
          ) : null}
          {reason ? (
            <span className="text-sm text-muted wrap-anywhere">
              <OwnWords>{t("reasonOf", { reason: readerHalf(reason, locale) })}</OwnWords>
            </span>
          ) : null}
        </span>
      ),
    },
    ...(keeps || claims.some(withdraws)
      ? [
          {
            key: "do",
            label: t(keeps ? "doColumn" : "step.withdraw"),
            cell: (claim: IncentiveClaimView) => (
              <ClaimActs
                publicId={claim.publicId}
                steps={keeps ? stepsFor(claim) : []}
                broken={claim.broken}
                withdraws={withdraws(claim)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("claimsCaption")}
      columns={columns}
      rows={claims}
      rowKey={({ publicId }) => publicId}
      empty={<p className="text-muted">{t("noClaims")}</p>}
    />
  );
}
